import { Icon } from './icon';

/** The way back to the list or page that this one belongs to, above its title. */
export const BackLink = ({ href, children }: { href: string; children: string }) => (
  <a
    href={href}
    className="-ms-1 inline-flex items-center gap-1 text-sm text-ink-soft no-underline hover:text-accent hover:underline"
  >
    <Icon name="chevron-left" size={16} className="text-ink-faint" />
    {children}
  </a>
);
