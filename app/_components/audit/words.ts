import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { AuditValue } from '@/domain/audit/facts';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Listed = RouterOutputs['audit']['list'];
export type AuditEntry = Listed['entries'][number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As the desk says it: one status speaks to the customer. */
const deskStatus = (value: string): string =>
  `tickets.status.${value}.${value === 'waiting_customer' ? 'desk' : 'label'}`;

/** Where the word for a value stands, by the verb (or its feature) and the fact. What stands nowhere is said as it was written. */
const WORDS: Record<string, (value: string) => string> = {
  'tickets:to': deskStatus,
  'tickets:from': deskStatus,
  'tickets.grade:to': (value) => value,
  'tickets.judge:to': (value) => `tickets.verdict.${value}`,
  'tickets:reason': (value) => `tickets.closing.${value}.label`,
  'tickets:clock': (value) => `tickets.deadlines.clock.${value}`,
  'tickets:role': (value) => `tickets.links.roles.${value}`,
  'tickets.bulk:act': (value) => `audit.acts.${value}`,
  'tickets.undo:act': (value) => `audit.acts.${value}`,
  'forms:kind': (value) => `admin.types.kinds.${value}`,
  'forms:need': (value) => `admin.types.needs.${value}`,
  'forms:policy': (value) => `audit.policies.${value}`,
  'forms:way': (value) => `audit.ways.${value}`,
  'comments:status': (value) => `comments.status.${value}`,
  'comments:from': (value) => `comments.status.${value}`,
  'comments:reason': (value) => `comments.rejection.${value}`,
  'articles:verdict': (value) => `audit.votes.${value}`,
  'sla:preset': (value) => `audit.presets.${value}`,
  'people:purpose': (value) => `audit.purposes.${value}`,
  'tickets:rating': (value) => `tickets.rating.${value}`,
  'organisations:visibility': (value) => `organisations.degrees.${value}.label`,
  'organisations:access': (value) => `organisations.access.${value}`,
  'organisations:outcome': (value) => `audit.outcomes.${value}`,
  'incidents:to': (value) => `incidents.status.${value}`,
  'incidents:impact': (value) => `incidents.impact.${value}`,
  'people:as': (value) => `people.roles.${value}`,
  'people.changeRole:to': (value) => `people.roles.${value}`,
  'mail:template': (value) => `admin.mail.templates.${value}`,
};

/** Facts that make a sentence of their own, so that it says which of two things was done. */
const TELLING: Record<string, readonly string[]> = {
  'tickets.mark': ['mark', 'on'],
  'tickets.endSilence': ['kind'],
  'tickets.announceDeadline': ['stage'],
  'teams.setAside': ['aside'],
  'organisations.archive': ['archived'],
};

/** Counts of which nothing is worth a word. */
const COUNTS = ['files', 'mentioned', 'removed', 'kept', 'left', 'filed', 'keys', 'components', 'mails', 'finished'];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Stands in a sentence where what it was done to is named. */
const HERE = '\u0000';

/** Signing in, and what people do to their own account: who did it is named already, with a session or without. */
const ofOneself = ({ action, actorKind, actorId, subject, targetId }: AuditEntry): boolean =>
  subject?.kind === 'person' && (targetId === actorId || (actorKind === 'visitor' && action.startsWith('people.')));

type Translators = {
  t: ReturnType<typeof useTranslations<'audit'>>;
  /** All messages, for words that other pages say, too. */
  all: ReturnType<typeof useTranslations>;
  locale: Locale;
  /** How an instant is told to this reader. */
  moment: (at: Date) => string;
};

/** How the log is said: who, what they did, to what, and the facts of it. */
export const auditWords = ({ t, all, locale, moment }: Translators, names: Listed['names']) => {
  /** Ids mean nothing to people unless something is known by them. */
  const isBareId = (value: AuditValue): boolean => ID.test(String(value)) && !names[String(value)];
  const called = (named: Listed['names'][string]): string => {
    if (named.kind === 'ticket') return t('request', { number: named.number, subject: named.subject });
    return typeof named.name === 'string' ? named.name : inLocale(named.name, locale);
  };
  const word = (action: string, key: string, text: string): string => {
    const named = names[text] ?? (action === 'tickets.grade' ? names[`level:${text}`] : undefined);
    if (named) return called(named);
    if (INSTANT.test(text)) return moment(new Date(text));
    const path = (WORDS[`${action}:${key}`] ?? WORDS[`${action.split('.')[0]}:${key}`])?.(text);
    return path && all.has(path as never) ? all(path as never) : text;
  };
  const said = (action: string, key: string, value: AuditValue): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return String(value)
      .split(', ')
      .map((text) => word(action, key, text))
      .join(', ');
  };
  /** Which facts of an entry its sentence says already, and the sentence. */
  const sentenceOf = ({
    action,
    facts,
  }: Pick<AuditEntry, 'action' | 'facts'>): { text: string; told: readonly string[] } => {
    const told = TELLING[action] ?? [];
    const name = told.map((key) => String(facts.find((fact) => fact.key === key)?.value)).join('-');
    const variant = `variants.${action}.${name}`;
    if (told.length > 0 && t.has(variant as 'verbs.tickets.link')) {
      return { text: t(variant as 'verbs.tickets.link', { subject: HERE }), told };
    }
    const verb = `verbs.${action}` as 'verbs.tickets.link';
    return { text: t.has(verb) ? t(verb, { subject: HERE }) : t('unknown', { action }), told: [] };
  };
  const labelOf = ({ key, before, value }: AuditEntry['facts'][number]): string => {
    const name =
      key === 'left' && typeof value === 'boolean' ? 'leftOneself' : before !== null && key === 'to' ? 'fromTo' : key;
    return t.has(`facts.${name}` as 'facts.to') ? t(`facts.${name}` as 'facts.to') : key;
  };
  return {
    who: (entry: AuditEntry): string => {
      const { actorKind, actorName, subject } = entry;
      if (actorKind === 'user') return actorName ?? t('gone');
      if (subject && ofOneself(entry)) return called(subject);
      return t(actorKind === 'system' ? 'system' : 'visitor');
    },
    /** What they did, before and after the name of what they did it to. */
    did: (entry: AuditEntry): { before: string; after: string } => {
      const [before = '', after = ''] = sentenceOf(entry).text.split(HERE);
      return { before: before.trim(), after: after.trim() };
    },
    subject: (entry: AuditEntry): string | null => {
      const { subject, targetType, targetId } = entry;
      if (ofOneself(entry)) return null;
      if (subject) return called(subject);
      return targetType && targetId && !isBareId(targetId) ? targetId : null;
    },
    facts: ({ action, actorId, facts, subject }: AuditEntry): { key: string; label: string; text: string }[] => {
      const { told } = sentenceOf({ action, facts });
      return (
        facts
          .filter(({ key, value }) => !told.includes(key) && !(value === 0 && COUNTS.includes(key)))
          // The name of a request begins with its number.
          .filter(({ key, value }) => !(key === 'number' && subject?.kind === 'ticket' && subject.number === value))
          .filter(({ value }) => value !== actorId && !isBareId(value))
          .map(({ key, before, value }) => ({
            key,
            label: labelOf({ key, before, value }),
            text:
              before === null
                ? said(action, key, value)
                : t('change', { before: said(action, key, before), after: said(action, key, value) }),
          }))
      );
    },
  };
};

/** The same where a page is rendered. */
export const useAuditWords = (names: Listed['names']) => {
  const locale = useLocale();
  const format = useFormat();
  return auditWords(
    {
      t: useTranslations('audit'),
      all: useTranslations(),
      locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
      moment: (at) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
    },
    names,
  );
};

/** Where what an entry speaks of is to be seen; `null` where there is no such page. */
export const subjectHref = (locale: Locale, { subject, targetType, targetId }: AuditEntry): string | null => {
  if (subject?.kind === 'ticket') return `/${locale}/desk/${subject.number}`;
  if (subject?.kind === 'organisation') return `/${locale}/admin/organisations/${targetId}`;
  if (subject?.kind === 'team') return `/${locale}/admin/teams/${targetId}`;
  if (subject?.kind === 'person') return `/${locale}/admin/people?${new URLSearchParams({ q: subject.name })}`;
  if (targetType === 'requestType') return `/${locale}/admin/types/${targetId}`;
  return targetType === 'incident' ? `/${locale}/studio/incidents/${targetId}` : null;
};
