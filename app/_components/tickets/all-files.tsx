import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { FileSize } from './file-size';

type Messages = RouterOutputs['tickets']['show']['messages'];

/** All files of a conversation in one place, in the order they came; nothing where there are none. */
export const AllFiles = ({ messages }: { messages: Messages }) => {
  const t = useTranslations('tickets.details');
  const files = messages.flatMap((message) => message.files);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="all-files" className="grid gap-2">
      <h2 id="all-files" className="text-base font-semibold">
        {t('files')}
      </h2>
      <ul aria-labelledby="all-files" className="grid gap-1.5 text-sm">
        {files.map(({ id, name, bytes, width }) => (
          <li key={id} className="flex items-baseline gap-2">
            <Icon name={width ? 'image' : 'file'} size={15} className="shrink-0 self-center text-ink-faint" />
            <a href={`/api/files/${id}`} target="_blank" rel="noopener" className="min-w-0 flex-1 wrap-anywhere">
              {name}
            </a>
            <span className="shrink-0 text-ink-faint">
              <FileSize bytes={bytes} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
