import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { FileSize } from './file-size';

type Attached = {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
};

const THUMB_HEIGHT = 132;

/** The files of a message: pictures as small views that open large, everything else as a download. */
export const Attachments = ({ files }: { files: readonly Attached[] }) => {
  const t = useTranslations('tickets.conversation');
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="mt-3 flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={`/api/files/${file.id}`}
            target="_blank"
            rel="noopener"
            className="grid max-w-60 gap-1.5 overflow-hidden rounded-md border border-line bg-surface text-sm no-underline hover:border-line-strong"
          >
            {file.width && file.height ? (
              // biome-ignore lint/performance/noImgElement: private files are served through the session, not through an image optimiser
              <img
                src={`/api/files/${file.id}`}
                alt=""
                loading="lazy"
                width={Math.round((file.width * THUMB_HEIGHT) / file.height)}
                height={THUMB_HEIGHT}
                className="h-33 w-full border-b border-line object-cover object-top"
              />
            ) : null}
            <span className="flex items-center gap-2 px-3 py-2">
              <Icon name={file.width ? 'image' : 'file'} size={16} className="text-ink-faint" />
              <span className="truncate">{file.name}</span>
              <span className="shrink-0 text-ink-faint">
                <FileSize bytes={file.bytes} />
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};
