import { useLocale, useTranslations } from 'next-intl';
import { ExactTime, ReadTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import type { TicketMark } from '@/domain/tickets/history';
import { useTold } from './request-values';
import { statusWord } from './status-words';
import { speaksOfTie, TieEvent } from './tie-words';

type Shown = RouterOutputs['tickets']['show'];
type Event = Shown['events'][number];

type Named = Pick<Shown, 'names' | 'levelNames' | 'teamNames' | 'own'>;

/** What happened, in a few words. */
const useTitle = ({ names, levelNames, teamNames, own }: Named, desk: boolean) => {
  const t = useTranslations('tickets');
  const tStatus = useTranslations('tickets.status');
  const tIncident = useTranslations('incidents.status');
  const locale = useLocale();
  const said = (text: LocalisedText) => inLocale(text, isLocale(locale) ? locale : DEFAULT_LOCALE);
  const levelOf = (key: string): string => {
    const name = levelNames[key];
    return name ? said(name) : key;
  };
  const routed = (id: string | null): string => {
    const name = id && teamNames[id];
    return name ? t('events.routed', { team: said(name) }) : t('events.unrouted');
  };
  const marked = (mark: TicketMark, on: boolean): string => {
    if (mark === 'complete') return t(`events.marked.${on ? 'complete' : 'incomplete'}`);
    return t(`events.marked.${on ? 'reproducible' : 'notReproducible'}`);
  };
  const assigned = (id: string | null): string => {
    const name = id && names[id];
    return name ? t('events.assigned', { name }) : t('events.unassigned');
  };
  return (event: Event): string => {
    switch (event.kind) {
      case 'moved':
        return statusWord(tStatus, event.data.to, desk ? 'desk' : own ? 'own' : 'other');
      case 'routed':
        return routed(event.data.teamId);
      case 'assigned':
        return assigned(event.data.assigneeId);
      case 'tagged':
        return t('events.tagged');
      case 'graded':
        return t('events.graded', { level: levelOf(event.data.level) });
      case 'marked':
        return marked(event.data.mark, event.data.on);
      case 'rated':
        return t('events.rated', { rating: t(`rating.${event.data.rating}`) });
      case 'corrected':
        return t(event.data.changes.every(({ before }) => before === null) ? 'events.filledIn' : 'events.corrected');
      case 'tied':
      case 'untied':
        return t(`events.${event.kind}.${event.data.to}`);
      case 'incident':
        return t('events.incident', { status: tIncident(event.data.status) });
      case 'idea':
        return t(`events.idea.${event.data.step}`, { number: String(event.data.idea) });
      case 'call':
        return t(`events.call.${event.data.step}`);
      case 'deadline':
        return t(`events.deadline.${event.data.stage}`, { clock: t(`deadlines.clock.${event.data.clock}`) });
      default:
        return t(`events.${event.kind}`);
    }
  };
};

type Say = (key: string, data?: Record<string, string>) => string;

/** Why somebody else has it, or nobody. */
const givenWords = ({ inTurn, left }: Extract<Event, { kind: 'assigned' }>['data'], names: Shown['names'], t: Say) => {
  const name = left && names[left.personId];
  const parts = [name ? t(`events.left.${left.place}`, { name }) : null, inTurn ? t('events.inTurn') : null];
  return parts.filter(Boolean).join(' · ') || null;
};

/** What was said with it: why it was closed or regraded, with whom it waits. */
const wordsOf = (event: Event, names: Shown['names'], t: Say): string | null => {
  if (event.kind === 'graded') return event.data.reason ? t('events.reason', { reason: event.data.reason }) : null;
  if (event.kind === 'rated') return event.data.comment;
  if (event.kind === 'noted') return event.data.handover?.asked ?? null;
  if (event.kind === 'assigned') return givenWords(event.data, names, t);
  if (event.kind === 'tagged') {
    const { added, dropped } = event.data;
    return [...added.map((tag) => `+ ${tag}`), ...dropped.map((tag) => `− ${tag}`)].join(', ');
  }
  if (event.kind === 'linked' || event.kind === 'unlinked') {
    return `${t(`links.roles.${event.data.role}`)} #${event.data.other}`;
  }
  if (event.kind === 'judged') return t(`verdict.${event.data.verdict ?? 'none'}`);
  if (event.kind === 'merged') return `#${event.data.other}`;
  if (event.kind === 'split') return t(`events.splitWay.${event.data.way}`, { number: String(event.data.other) });
  if (event.kind !== 'moved') return null;
  const { reason, partner, release } = event.data;
  return (reason ? t(`closing.${reason}.label`) : partner) ?? release ?? null;
};

/** What was changed in the answers of the form, each field with what it said before. */
const Changes = ({ changes, ticket }: Pick<Event, 'changes'> & { ticket: Shown }) => {
  const t = useTranslations('tickets.events.change');
  const locale = useLocale();
  const reader = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const files = ticket.messages.flatMap((message) => message.files);
  const told = useTold(files, reader);
  if (changes.length === 0) return null;
  return (
    <dl className="grid gap-1.5 text-sm">
      {changes.map(({ key, label, before, after }) => (
        <div key={key} className="min-w-0 wrap-anywhere">
          <dt className="font-medium">{label ? inLocale(label, reader) : key}</dt>
          {before ? (
            <dd className="text-ink-soft">
              <span className="sr-only">{t('before')} </span>
              <del>{told(before)}</del>
            </dd>
          ) : null}
          <dd>
            <span className="sr-only">{t('after')} </span>
            {after ? told(after) : <em>{t('emptied')}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Under what it was filed before, and is since. */
const Refiled = ({ event, ticket }: { event: Event; ticket: Shown }) => {
  const t = useTranslations('tickets.events.change');
  const tDetails = useTranslations('tickets.details');
  const locale = useLocale();
  if (event.kind !== 'refiled') return null;
  const typeOf = (key: string): string => {
    const name = ticket.typeNames[key];
    return name ? inLocale(name, isLocale(locale) ? locale : DEFAULT_LOCALE) : key;
  };
  const { subject, type } = event.data;
  const rows = [
    ...(subject ? [{ label: tDetails('subject'), ...subject }] : []),
    ...(type ? [{ label: tDetails('type'), before: typeOf(type.before), after: typeOf(type.after) }] : []),
  ];
  return (
    <dl className="grid gap-1.5 text-sm">
      {rows.map(({ label, before, after }) => (
        <div key={label} className="min-w-0 wrap-anywhere">
          <dt className="font-medium">{label}</dt>
          <dd className="text-ink-soft">
            <span className="sr-only">{t('before')} </span>
            <del>{before}</del>
          </dd>
          <dd>
            <span className="sr-only">{t('after')} </span>
            {after}
          </dd>
        </div>
      ))}
    </dl>
  );
};

type HistoryProps = { ticket: Shown; now: Date | null; desk?: boolean };

const EventItem = ({ event, ticket, now, desk = false }: HistoryProps & { event: Event }) => {
  const t = useTranslations('tickets');
  const title = useTitle(ticket, desk);
  const words = wordsOf(event, ticket.names, t);
  return (
    <TimelineItem title={title(event)} when={<ReadTime at={new Date(event.at)} now={now} />}>
      {event.undone ? <p className="text-sm text-ink-soft italic">{t('events.takenBack')}</p> : null}
      {event.kind === 'call' && event.data.at ? (
        <p className="text-sm">
          <ExactTime at={new Date(event.data.at)} hour />
        </p>
      ) : null}
      {words ? <p className="text-sm">{words}</p> : null}
      <Changes changes={event.changes} ticket={ticket} />
      <Refiled event={event} ticket={ticket} />
      {speaksOfTie(event) ? <TieEvent event={event} ties={ticket.ties} /> : null}
      {event.actorName ? <p className="text-sm">{t('events.by', { name: event.actorName })}</p> : null}
    </TimelineItem>
  );
};

/** What happened to a request, newest first, as far as this reader may know; with exact times where there is no `now`. */
export const History = ({ ticket, ...shown }: HistoryProps) => {
  const t = useTranslations('tickets.details');
  const newestFirst = [...ticket.events].reverse();
  return (
    <Timeline label={t('history')}>
      {newestFirst.map((event) => (
        <EventItem key={JSON.stringify([event.at, event.kind, event.data])} event={event} ticket={ticket} {...shown} />
      ))}
    </Timeline>
  );
};
