import { Icon } from '@/app/_components/ui/icon';
import { useFileFacts } from './file-facts';
import { mediaAddress } from './media-address';

/** A file to download, with its kind and size said before the press. */
export const FileLinkPart = ({ href, title }: { href: string; title: string }) => {
  const fileFacts = useFileFacts();
  return (
    <p>
      <a
        href={mediaAddress(href)}
        download=""
        className="inline-flex items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 no-underline hover:border-accent-line hover:bg-accent-soft/40"
      >
        <Icon name="download" size={20} className="text-accent" />
        <span className="grid">
          <span className="font-semibold">{title}</span>
          <span className="text-sm text-ink-faint">{fileFacts(href)}</span>
        </span>
      </a>
    </p>
  );
};
