import clsx from 'clsx';

type SubNavProps = {
  label: string;
  items: readonly { href: string; label: string; current?: boolean; count?: number | string | undefined }[];
  className?: string | undefined;
};

/** Links to neighbouring views of one thing. They are addresses, so they are links and not tabs. */
export const SubNav = ({ label, items, className }: SubNavProps) => (
  <nav aria-label={label} className={clsx('table-scroll border-b border-line', className)}>
    <ul className="flex flex-wrap gap-x-6">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            className="-mb-px flex items-center gap-2 border-b-2 border-transparent py-2.5 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft no-underline -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {item.label}
            {item.count === undefined ? null : <span className="tabular text-sm text-ink-faint">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
