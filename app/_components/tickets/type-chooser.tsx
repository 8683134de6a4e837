import { useTranslations } from 'next-intl';
import { withQuery } from '@/app/_forms/page-input';
import { Icon } from '../ui/icon';

type Chooser = {
  /** The request form without a type, with what it already knows. */
  here: string;
  query: Record<string, string | null | undefined>;
  portals: readonly {
    key: string;
    name: string;
    intro: string;
    types: readonly { key: string; name: string; situation: string }[];
  }[];
};

/** Which portal and which type serve what: the table people choose from before they write. Plain links. */
export const TypeChooser = ({ here, query, portals }: Chooser) => {
  const t = useTranslations('tickets.open');
  return (
    <div className="grid gap-8">
      {portals.map((portal) => (
        <section key={portal.key} aria-labelledby={`portal-${portal.key}`} className="grid gap-3">
          <div>
            <h2 id={`portal-${portal.key}`} className="text-xl">
              {portal.name}
            </h2>
            <p className="text-ink-soft">{portal.intro}</p>
          </div>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {portal.types.map((type) => (
              <li
                key={type.key}
                className="group relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-4 py-3.5 first:rounded-t-lg last:rounded-b-lg hover:bg-accent-soft/40 sm:grid-cols-[1fr_minmax(0,18rem)_auto] sm:px-5"
              >
                <span className="text-ink-soft max-sm:order-2 max-sm:col-start-1 max-sm:text-sm">{type.situation}</span>
                <a
                  href={withQuery(here, { ...query, type: type.key })}
                  className="stretched font-semibold no-underline group-hover:text-accent group-hover:underline max-sm:order-1"
                >
                  {type.name}
                </a>
                <Icon
                  name="chevron-right"
                  size={18}
                  className="text-ink-faint group-hover:text-accent max-sm:order-1 max-sm:row-span-2 max-sm:self-center"
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {portals.length === 0 ? <p className="text-ink-soft">{t('noTypes')}</p> : null}
    </div>
  );
};
