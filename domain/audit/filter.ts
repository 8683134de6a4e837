import { PERMISSIONS, type Permission } from '../access/grants';
import { isDay } from '../time/days';

/** Whose acts the log shows: those of people, with or without a session, or what Guichet does by itself. */
export const AUDIT_KINDS = ['people', 'system', 'all'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What the log is narrowed to. */
export type AuditFilter = {
  kind: AuditKind;
  /** A piece of the name or address of who did it. */
  who?: string;
  /** A verb (`tickets.resolve`), or all of a feature (`tickets`). */
  verb?: string;
  /** What it was done to: the number of a request, a piece of a name or address. */
  subject?: string;
  /** Calendar days of the reader (`2026-11-22`), both included. */
  from?: string;
  until?: string;
};

const FEATURES = [...new Set(PERMISSIONS.map((permission) => permission.split('.')[0] ?? ''))];

/** Whether this is a verb, or the feature of some. */
const isVerb = (text: string): boolean => PERMISSIONS.includes(text as Permission) || FEATURES.includes(text);

/** Reads a filter from an address; what makes no sense narrows nothing. */
export const readAuditFilter = (query: Record<string, string>): AuditFilter => {
  const { who = '', verb = '', subject = '', from = '', until = '' } = query;
  const words = (text: string) => text.trim().slice(0, 200);
  return {
    kind: AUDIT_KINDS.find((kind) => kind === query.kind) ?? 'people',
    ...(words(who) ? { who: words(who) } : {}),
    ...(isVerb(verb) ? { verb } : {}),
    ...(words(subject) ? { subject: words(subject) } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(until) ? { until } : {}),
  };
};

/** A filter as it stands in an address. */
export const auditAddressOf = ({ kind, ...rest }: AuditFilter): Record<string, string> => ({
  ...(kind === 'people' ? {} : { kind }),
  ...rest,
});
