import { useTranslations } from 'next-intl';
import { Icon } from './icon';

/** The way back up. The page itself is its title, so the last link is its parent. */
export const Breadcrumb = ({ items }: { items: readonly { href: string; label: string }[] }) => {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumb')} data-print="no">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-1.5">
            {index > 0 ? <Icon name="chevron-right" size={14} className="text-ink-faint" /> : null}
            <a href={item.href} className="text-ink-soft no-underline hover:text-accent hover:underline">
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
