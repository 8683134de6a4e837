import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { DetailsList } from '@/app/_components/ui/details-list';
import { ExactTime, ReadTime } from '@/app/_components/ui/time';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import { explanationOf } from '@/domain/tickets/explanation';
import { StatusBadge } from './status-badge';
import { useTieRows } from './tie-words';

type Shown = RouterOutputs['tickets']['show'];

/** How a request stands, explained in a sentence. */
export const Standing = ({
  ticket,
  quoted = false,
  className,
}: {
  ticket: Shown;
  quoted?: boolean;
  className?: string | undefined;
}) => {
  const t = useTranslations('tickets');
  const phrase = usePhrase();
  const whose = quoted || ticket.own ? 'own' : 'other';
  const { closesAt } = ticket;
  const explanation = phrase(explanationOf({ ...ticket, whose }));
  return (
    <div className={clsx('grid justify-items-start gap-2', className)}>
      <StatusBadge status={ticket.status} reader={quoted ? 'desk' : whose} />
      <p className="text-sm text-ink-soft">
        {quoted && explanation ? t('details.told', { words: explanation }) : explanation}
      </p>
      {closesAt ? (
        <p className="text-sm text-ink-soft">{t.rich('details.closes', { day: () => <ExactTime at={closesAt} /> })}</p>
      ) : null}
    </div>
  );
};

/** The idea a request stands behind, with where that stands; without a way to it for who may not read it yet. */
const RequestIdea = ({ idea, base }: { idea: NonNullable<Shown['idea']>; base: string }) => {
  const t = useTranslations('ideas');
  const name = t('number', { number: String(idea.number) });
  const ideas = `${base.slice(0, base.lastIndexOf('/'))}/ideas`;
  return (
    <span className="grid justify-items-start gap-1">
      {idea.title === null ? (
        name
      ) : (
        <a href={`${ideas}/${idea.number}`} className="underline">
          {name} · <span lang={idea.locale}>{idea.title}</span>
        </a>
      )}
      <span className="text-ink-soft">{t(`state.${idea.state}`)}</span>
    </span>
  );
};

/** The facts of a request as quiet rows, with the status explained in a sentence. */
export const Details = ({
  ticket,
  now,
  base,
  quoted = false,
  standsAbove = false,
}: {
  ticket: Shown;
  /** `null` on paper, where times are exact. */
  now: Date | null;
  /** Address of the requests around it: the number of another follows it. */
  base: string;
  /** Whether the explanation of the status is what somebody else is told: the desk reads over its requester's shoulder. */
  quoted?: boolean;
  /** Whether small screens show how the request stands above all else, and not here. */
  standsAbove?: boolean;
}) => {
  const t = useTranslations('tickets');
  const locale = useLocale();
  const said = (text: LocalisedText) => inLocale(text, isLocale(locale) ? locale : DEFAULT_LOCALE);
  const tieRows = useTieRows(ticket.ties);
  const told = ticket.values.flatMap((value) => (value.told.kind === 'links' ? value.told.links : []));
  const rows = [
    { label: t('details.number'), value: `#${ticket.number}` },
    { label: t('details.type'), value: said(ticket.type.name) },
    ...(ticket.level ? [{ label: t('criticality.label'), value: said(ticket.level.name) }] : []),
    { label: t('details.created'), value: <ExactTime at={ticket.createdAt} hour /> },
    { label: t('details.activity'), value: <ReadTime at={ticket.lastActivityAt} now={now} /> },
    { label: t('details.requester'), value: ticket.requester.name },
    ...(ticket.organisation ? [{ label: t('details.organisation'), value: ticket.organisation.name }] : []),
    ...(ticket.team ? [{ label: t('details.team'), value: said(ticket.team.name) }] : []),
    { label: t('details.assignee'), value: ticket.assignee?.name ?? t('details.nobody') },
    ...(ticket.status === 'resolved_pending_release' && ticket.plannedRelease
      ? [{ label: t('details.release'), value: ticket.plannedRelease }]
      : []),
    ...tieRows,
    ...(ticket.idea
      ? [
          {
            label: t('details.idea'),
            value: <RequestIdea idea={ticket.idea} base={base} />,
          },
        ]
      : []),
    ...(ticket.rating ? [{ label: t('rating.label'), value: t(`rating.${ticket.rating}`) }] : []),
    ...(ticket.contact ? [{ label: t('details.contact'), value: ticket.contact }] : []),
    ...(ticket.article
      ? [{ label: t('details.article'), value: <a href={ticket.article.path}>{ticket.article.title}</a> }]
      : []),
    ...(ticket.duplicateOf
      ? [
          {
            label: t('details.duplicateOf'),
            value: <a href={`${base}/${ticket.duplicateOf}`}>#{ticket.duplicateOf}</a>,
          },
        ]
      : []),
    ...(ticket.pageUrl && !told.includes(ticket.pageUrl)
      ? [
          {
            label: t('details.page'),
            value: (
              <a href={ticket.pageUrl} target="_blank" rel="noopener noreferrer nofollow" className="underline">
                {ticket.pageUrl}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="grid gap-4">
      <Standing ticket={ticket} quoted={quoted} className={standsAbove ? 'max-lg:hidden' : undefined} />
      <DetailsList rows={rows} />
    </div>
  );
};
