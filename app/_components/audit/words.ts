import { useLocale, useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { AuditValue } from '@/domain/audit/facts';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { ROLES } from '@/domain/people/roles';
import { isTicketStatus } from '@/domain/tickets/status';

type Listed = RouterOutputs['audit']['list'];
export type AuditEntry = Listed['entries'][number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Features whose entries speak of a request; elsewhere the same words mean other things. */
const OF_REQUESTS = 'tickets.';

/** Signing in, and what people do to their own account: who did it is named already, with a session or without. */
const ofOneself = ({ action, actorKind, actorId, subject, targetId }: AuditEntry): boolean =>
  subject?.kind === 'person' && (targetId === actorId || (actorKind === 'visitor' && action.startsWith('people.')));

type Translators = {
  t: ReturnType<typeof useTranslations<'audit'>>;
  tStatus: ReturnType<typeof useTranslations<'tickets.status'>>;
  tRoles: ReturnType<typeof useTranslations<'people.roles'>>;
  locale: Locale;
};

/** How the log is said: who, what they did, to what, and the facts of it. */
export const auditWords = ({ t, tStatus, tRoles, locale }: Translators, names: Listed['names']) => {
  /** Ids mean nothing to people unless something is known by them. */
  const isBareId = (value: AuditValue): boolean => ID.test(String(value)) && !names[String(value)];
  const called = (named: Listed['names'][string]): string => {
    if (named.kind === 'ticket') return t('request', { number: named.number, subject: named.subject });
    return named.kind === 'team' ? inLocale(named.name, locale) : named.name;
  };
  const word = (action: string, text: string): string => {
    const named = names[text];
    if (named) return called(named);
    if (action.startsWith(OF_REQUESTS) && isTicketStatus(text)) return tStatus(`${text}.label`);
    const role = action === 'people.changeRole' ? ROLES.find((one) => one === text) : undefined;
    return role ? tRoles(role) : text;
  };
  const said = (action: string, value: AuditValue): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return String(value)
      .split(', ')
      .map((text) => word(action, text))
      .join(', ');
  };
  return {
    who: (entry: AuditEntry): string => {
      const { actorKind, actorName, subject } = entry;
      if (actorKind === 'user') return actorName ?? t('gone');
      if (subject && ofOneself(entry)) return called(subject);
      return t(actorKind === 'system' ? 'system' : 'visitor');
    },
    did: (action: string): string =>
      t.has(`verbs.${action}` as 'verbs.tickets.open')
        ? t(`verbs.${action}` as 'verbs.tickets.open')
        : t('unknown', { action }),
    subject: (entry: AuditEntry): string | null => {
      const { subject, targetType, targetId } = entry;
      if (ofOneself(entry)) return null;
      if (subject) return called(subject);
      return targetType && targetId && !isBareId(targetId) ? targetId : null;
    },
    facts: ({ action, facts }: AuditEntry): { key: string; label: string; text: string }[] =>
      facts
        .filter(({ value }) => !isBareId(value))
        .map(({ key, before, value }) => ({
          key,
          label: t.has(`facts.${key}` as 'facts.to') ? t(`facts.${key}` as 'facts.to') : key,
          text:
            before === null
              ? said(action, value)
              : t('change', { before: said(action, before), after: said(action, value) }),
        })),
  };
};

/** The same where a page is rendered. */
export const useAuditWords = (names: Listed['names']) => {
  const locale = useLocale();
  return auditWords(
    {
      t: useTranslations('audit'),
      tStatus: useTranslations('tickets.status'),
      tRoles: useTranslations('people.roles'),
      locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
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
