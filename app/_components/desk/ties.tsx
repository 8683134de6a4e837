import { getTranslations } from 'next-intl/server';
import { useTied } from '@/app/_components/tickets/tie-words';
import { Button } from '@/app/_components/ui/button';
import { TextLink } from '@/app/_components/ui/text-link';
import { takeFlash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { TIE_KINDS, type TieKind } from '@/domain/tickets/ties';
import { tieRequest, untieRequest } from './join-actions';
import { TieChoice } from './tie-choice';

type Shown = RouterOutputs['tickets']['show'];
type TiesProps = {
  ticket: Shown;
  locale: Locale;
  offered: RouterOutputs['tickets']['tieable'];
  /** What was looked for, where no script runs. */
  find: Record<TieKind, string>;
};

/** What the desk's list is narrowed by to all requests of the same incident or theme. */
const listOf = ({ incidents, themes }: Shown['ties'], locale: Locale): Map<string, string> =>
  new Map([
    ...incidents.map(({ id }) => [id, withQuery(`/${locale}/desk`, { incident: id })] as const),
    ...themes.map(({ id, key }) => [id, withQuery(`/${locale}/desk`, { theme: key })] as const),
  ]);

type TieProps = {
  kind: TieKind;
  tie: ReturnType<typeof useTied>[TieKind][number];
  list: string;
  number: number;
  locale: Locale;
};

const Tie = async ({ kind, tie, list, number, locale }: TieProps) => {
  const t = await getTranslations('desk.ties');
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="grid min-w-0 flex-1 justify-items-start gap-1">
        <span className="text-ink-soft">{t(`${kind}.kind`)}</span>
        <a href={tie.href} className="underline wrap-anywhere">
          {tie.title}
        </a>
        <span className="text-ink-soft">{tie.state}</span>
        <TextLink href={list}>{t(`${kind}.all`)}</TextLink>
      </div>
      <form action={untieRequest}>
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="to" value={kind} />
        <input type="hidden" name="id" value={tie.id} />
        <Button
          type="submit"
          size="sm"
          variant="quiet"
          square
          icon="x"
          aria-label={t(`${kind}.remove`, { title: tie.title })}
        />
      </form>
    </li>
  );
};

/** The incident that a request is about and the theme that answers it, with the forms that tie it and take a tie away. */
export const Ties = ({ ticket, ...about }: TiesProps) => {
  const tied = useTied(ticket.ties);
  return <TiesSection ticket={ticket} tied={tied} {...about} />;
};

const TiesSection = async ({
  ticket,
  tied,
  locale,
  offered,
  find,
}: TiesProps & { tied: ReturnType<typeof useTied> }) => {
  const t = await getTranslations('desk.ties');
  const flashes = { incident: await takeFlash('tie-incident'), theme: await takeFlash('tie-theme') };
  const lists = listOf(ticket.ties, locale);
  const all = TIE_KINDS.flatMap((kind) => tied[kind].map((tie) => ({ kind, tie })));
  return (
    <section id="ties" aria-labelledby="ties-title" className="grid gap-2">
      <h2 id="ties-title" className="text-base font-semibold">
        {t('title')}
      </h2>
      {all.length > 0 ? (
        <ul aria-labelledby="ties-title" className="divide-y divide-line text-sm">
          {all.map(({ kind, tie }) => (
            <Tie
              key={tie.id}
              kind={kind}
              tie={tie}
              list={lists.get(tie.id) ?? `/${locale}/desk`}
              number={ticket.number}
              locale={locale}
            />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{t('none')}</p>
      )}
      {TIE_KINDS.map((kind) => (
        <details key={kind} open={flashes[kind] !== null || find[kind] !== ''} className="text-sm">
          <summary className="cursor-pointer text-accent underline decoration-accent-line">{t(`${kind}.add`)}</summary>
          <TieChoice
            kind={kind}
            locale={locale}
            number={ticket.number}
            offered={{ incidents: offered.incidents, themes: offered.themes }}
            find={find[kind]}
            tied={tied[kind].map(({ id }) => id)}
            flash={flashes[kind]}
            action={tieRequest}
          />
        </details>
      ))}
    </section>
  );
};
