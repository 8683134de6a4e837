import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { useFormat } from '@/app/_i18n/use-format';
import { media } from '@/server/kernel/content';
import { mediaAddress } from './media-address';

/** A file to download, with its kind and size said before the press. */
export const FileLinkPart = ({ href, title }: { href: string; title: string }) => {
  const t = useTranslations('articles');
  const format = useFormat();
  const bytes = media(href)?.bytes ?? 0;
  const kind = href.split('.').at(-1)?.toUpperCase() ?? '';
  const size =
    bytes < 1_000_000
      ? format.number(Math.max(1, Math.round(bytes / 1000)), { style: 'unit', unit: 'kilobyte' })
      : format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
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
          <span className="text-sm text-ink-faint">{t('file', { kind, size })}</span>
        </span>
      </a>
    </p>
  );
};
