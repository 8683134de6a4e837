import { isDay } from '../time/days';
import { Temporal } from '../time/temporal';
import type { TicketEvent } from './history';
import { CLOSING_REASONS, type ClosingReason } from './moves';
import { RATINGS, type Rating } from './rating';
import { isTicketStatus, STATUS_RULES, TICKET_STATUSES, type TicketStatus } from './status';
import { VERDICTS, type Verdict } from './verdict';

/** By what the desk's list is sorted. */
export const DESK_SORTS = ['activity', 'due', 'priority', 'created'] as const;
export type DeskSort = (typeof DESK_SORTS)[number];

/** When the next deadline falls. */
export const DUE_WINDOWS = ['breached', 'today', 'week', 'none'] as const;
export type DueWindow = (typeof DUE_WINDOWS)[number];

/** The statuses of what is still to be done; few among many, so that lists and counts of them stay fast. */
export const OPEN_STATUSES: readonly TicketStatus[] = TICKET_STATUSES.filter(
  (status) => STATUS_RULES[status].clock !== 'stopped',
);

const isStillToDo = (status: DeskFilter['status']): boolean =>
  status === 'open' || OPEN_STATUSES.some((open) => open === status);

/** Whether a problem was reproduced. */
export const REPRODUCED = ['yes', 'no'] as const;
type Reproduced = (typeof REPRODUCED)[number];

/** By whom a request was opened: with an account, or by an address alone. */
export const OPENED_BY = ['account', 'visitor'] as const;
type OpenedBy = (typeof OPENED_BY)[number];

/** Facts that are news to who works on a request: more than to its requester, and less than all that is noted of it. */
export const DESK_NEWS_KINDS = [
  'opened',
  'replied',
  'noted',
  'moved',
  'routed',
  'assigned',
  'graded',
  'rated',
  'merged',
  'split',
  'call',
  'corrected',
  'refiled',
  'woken',
  'proposed',
] as const satisfies readonly TicketEvent['kind'][];

/** Who wrote last in a request: the desk has answered, or its requester waits, or nothing more is expected of the desk. */
export type LastWord = { by: 'desk' | 'customer'; at: number; waits: boolean };

/**
 * Who wrote last, and when (epoch milliseconds): the customer's side first of all that is unanswered. They wait for an answer
 * unless we wait for them. `null` where nobody need write any more.
 */
export const lastWordOf = (
  status: TicketStatus,
  { waitingSince, answeredAt }: { waitingSince: number | null; answeredAt: number | null },
): LastWord | null => {
  if (!isStillToDo(status)) return null;
  if (waitingSince !== null)
    return { by: 'customer', at: waitingSince, waits: STATUS_RULES[status].customerState !== 'waiting' };
  return answeredAt === null ? null : { by: 'desk', at: answeredAt, waits: false };
};

/** What the desk's list is narrowed to. What is left out narrows nothing, but for the status: what is still to be done. */
export type DeskFilter = {
  text?: string;
  status: 'open' | 'all' | TicketStatus;
  /** A team by its id; `mine` is any of the reader's own, `none` is without one. */
  team?: string;
  /** A person by their id; `me`, `none`. */
  assignee?: string;
  /** A level of criticality by its key; `none`. */
  level?: string;
  type?: string;
  /** The portal that its type belongs to, by its key. */
  portal?: string;
  /** A piece of the requester's name or address. */
  requester?: string;
  /** A piece of the organisation's name. */
  organisation?: string;
  tag?: string;
  /** An incident that it is tied to, by its id. */
  incident?: string;
  /** A theme of the roadmap that it is tied to, by its key. */
  theme?: string;
  /** What the analysis has shown; `none` where it has not. */
  verdict?: Verdict | 'none';
  /** A piece of the update that it waits for. */
  release?: string;
  /** A piece of the name of whom it waits for. */
  partner?: string;
  /** Why it was closed. */
  reason?: ClosingReason;
  /** What its requester thinks of the resolution; `none` where there is one and they have not said. */
  rating?: Rating | 'none';
  /** Whether the desk has seen the problem for itself; `no` where it is still to. */
  reproduced?: Reproduced;
  openedBy?: OpenedBy;
  due?: DueWindow;
  /** Opened on these calendar days of the reader, both included. */
  from?: string;
  until?: string;
  /** Only what was put out of the way. */
  asleep?: true;
  /** Only where a call was to be and its recap is still to be written. */
  recap?: true;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;

const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find((value) => value === text);
const matching = (shape: RegExp, text: string): string | undefined => (shape.test(text) ? text : undefined);
const words = (text: string): string | undefined => text.trim().slice(0, 200) || undefined;

const day = (text: string): string | undefined => (isDay(text) ? text : undefined);

const flag = (text: string): true | undefined => (text === '1' ? true : undefined);

/** How each part of a filter is read from an address; `undefined` for what makes no sense. */
const READERS: { [Part in keyof DeskFilter]-?: (text: string) => DeskFilter[Part] | undefined } = {
  text: words,
  status: (text) => (isTicketStatus(text) ? text : oneOf(['open', 'all'] as const, text)),
  team: (text) => oneOf(['mine', 'none'], text) ?? matching(UUID, text),
  assignee: (text) => oneOf(['me', 'none'], text) ?? matching(UUID, text),
  level: (text) => matching(KEY, text),
  type: (text) => matching(KEY, text),
  portal: (text) => matching(KEY, text),
  requester: words,
  organisation: words,
  tag: words,
  incident: (text) => matching(UUID, text),
  theme: (text) => matching(KEY, text),
  verdict: (text) => oneOf([...VERDICTS, 'none'] as const, text),
  release: words,
  partner: words,
  reason: (text) => oneOf(CLOSING_REASONS, text),
  rating: (text) => oneOf([...RATINGS, 'none'] as const, text),
  reproduced: (text) => oneOf(REPRODUCED, text),
  openedBy: (text) => oneOf(OPENED_BY, text),
  due: (text) => oneOf(DUE_WINDOWS, text),
  from: day,
  until: day,
  asleep: flag,
  recap: flag,
};

/** The names of a filter's parts in addresses, in the order they stand there. */
const NAMES = {
  text: 'q',
  status: 'status',
  team: 'team',
  assignee: 'assignee',
  level: 'level',
  type: 'type',
  portal: 'portal',
  requester: 'requester',
  organisation: 'organisation',
  tag: 'tag',
  incident: 'incident',
  theme: 'theme',
  verdict: 'verdict',
  release: 'release',
  partner: 'partner',
  reason: 'reason',
  rating: 'rating',
  reproduced: 'reproduced',
  openedBy: 'by',
  due: 'due',
  from: 'from',
  until: 'until',
  asleep: 'asleep',
  recap: 'recap',
} as const satisfies Record<keyof DeskFilter, string>;
const PARTS = Object.keys(NAMES) as (keyof DeskFilter)[];

/** What only requests of some status say: whoever asks for it means those, where they have not chosen another status. */
const SAID_IN = {
  release: 'resolved_pending_release',
  partner: 'waiting_partner',
  reason: 'closed',
  rating: 'all',
} as const satisfies Partial<Record<keyof DeskFilter, DeskFilter['status']>>;
const SAYING = Object.keys(SAID_IN) as (keyof typeof SAID_IN)[];

/**
 * What no index finds is looked for among what is still to be done, which is few: of the parts of a filter that is only
 * problems that nobody has reproduced. All others have an index, or read one in the order of the list and soon have a page.
 */
const onlyAmongOpen = ({ reproduced }: DeskFilter): boolean => reproduced === 'no';

const settled = (filter: DeskFilter): DeskFilter => {
  if (onlyAmongOpen(filter)) return isStillToDo(filter.status) ? filter : { ...filter, status: 'open' };
  if (filter.status !== 'open') return filter;
  const part = SAYING.find((one) => filter[one] !== undefined);
  return part ? { ...filter, status: SAID_IN[part] } : filter;
};

/** Whether the other parts of a filter say its status already. */
const statusGoesWithoutSaying = (filter: DeskFilter): boolean =>
  settled({ ...filter, status: 'open' }).status === filter.status;

/** Reads a filter from the parts of an address. Addresses are typed and shared by people: what makes no sense is passed over. */
export const readDeskFilter = (address: Readonly<Record<string, string | undefined>>): DeskFilter => {
  const read = PARTS.flatMap((part) => {
    const text = address[NAMES[part]];
    const value = text === undefined ? undefined : READERS[part](text);
    return value === undefined ? [] : [[part, value] as const];
  });
  return settled({ status: 'open', ...Object.fromEntries(read) });
};

/** A filter as parts of an address, without what goes without saying. */
export const deskFilterAddress = (filter: DeskFilter): Record<string, string> =>
  Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = filter[part];
      if (value === undefined || (part === 'status' && statusGoesWithoutSaying(filter))) return [];
      return [[NAMES[part], value === true ? '1' : value]];
    }),
  );

/** A filter without one of its parts, and without the status that only this part has said. */
export const withoutPart = (filter: DeskFilter, part: keyof DeskFilter): DeskFilter => {
  const { [NAMES[part]]: _, ...rest } = deskFilterAddress(filter);
  return readDeskFilter(rest);
};

/** Which parts narrow the list, but for the text, which has a field of its own. */
export const narrowingParts = (filter: DeskFilter): (keyof DeskFilter)[] =>
  PARTS.filter(
    (part) => part !== 'text' && filter[part] !== undefined && !(part === 'status' && statusGoesWithoutSaying(filter)),
  );

/** Reads how a list is to be sorted; by activity where an address says nothing that makes sense. */
export const readDeskSort = (text: string | undefined): DeskSort => oneOf(DESK_SORTS, text ?? '') ?? 'activity';

/** An address as it is always written, without what makes no sense or goes without saying. */
export const deskAddressOf = (filter: DeskFilter, sort: DeskSort): Record<string, string> => ({
  ...deskFilterAddress(filter),
  ...(sort === 'activity' ? {} : { sort }),
});

/**
 * Whether a filter is counted beside its name: it holds only what is still to be done, needs no search, and an index finds
 * what it holds.
 */
export const isCounted = (filter: DeskFilter): boolean =>
  isStillToDo(filter.status) && filter.text === undefined && !onlyAmongOpen(filter);

/** The views that every desk has, in their order. */
export const DESK_VIEWS = {
  open: { status: 'open' },
  mine: { status: 'open', assignee: 'me' },
  team: { status: 'open', team: 'mine' },
  unassigned: { status: 'open', assignee: 'none' },
  late: { status: 'open', due: 'breached' },
  waiting: { status: 'waiting_customer' },
  recaps: { status: 'open', recap: true },
  asleep: { status: 'open', asleep: true },
  all: { status: 'all' },
} as const satisfies Record<string, DeskFilter>;

/** From when to when a due window reaches, in epoch milliseconds of the reader's days; `null` where there is no end or no deadline. */
export const dueBefore = (window: DueWindow, now: number, timeZone: string): number | null => {
  if (window === 'none') return null;
  if (window === 'breached') return now;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  return today.add({ days: window === 'today' ? 1 : 7 }).epochMilliseconds;
};

/** The instant a calendar day of the reader begins, in epoch milliseconds; `after` days later. */
export const beginningOf = (calendarDay: string, timeZone: string, after = 0): number =>
  Temporal.PlainDate.from(calendarDay).add({ days: after }).toZonedDateTime(timeZone).epochMilliseconds;
