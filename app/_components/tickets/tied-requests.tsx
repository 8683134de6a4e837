import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/app/_components/ui/text-link';
import { withQuery } from '@/app/_forms/page-input';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import type { TieKind } from '@/domain/tickets/ties';

type TiedRequestsProps = {
  to: TieKind;
  id: string;
  /** The name and value by which the desk's list is narrowed to them. */
  filter: Record<string, string>;
  locale: Locale;
  /** Whether the reader may see the desk: whoever may not reads how many there are. */
  seesDesk: boolean;
};

/** How many requests are tied to an incident or a theme, of how many people and organisations, with the way to them. */
export const TiedRequests = async ({ to, id, filter, locale, seesDesk }: TiedRequestsProps) => {
  const t = await getTranslations('studio.ties');
  const counted = await (await serverApi()).tickets.countTied({ to, id });
  const desk = `/${locale}/desk`;
  return (
    <section aria-labelledby="tied-requests" className="grid gap-2">
      <h2 id="tied-requests" className="text-lg">
        {t('title')}
      </h2>
      {counted.requests === 0 ? (
        <p className="text-ink-soft">{t(to)}</p>
      ) : (
        <>
          <p>{t('count', counted)}</p>
          <p className="text-ink-soft">{t('open', counted)}</p>
          {seesDesk ? (
            <p className="flex flex-wrap gap-x-5 gap-y-1">
              {counted.open > 0 ? <TextLink href={withQuery(desk, filter)}>{t('listOpen')}</TextLink> : null}
              <TextLink href={withQuery(desk, { ...filter, status: 'all' })}>{t('listAll')}</TextLink>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
};
