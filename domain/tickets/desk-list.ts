import { isDay } from '../time/days';
import { Temporal } from '../time/temporal';
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
  /** A piece of the requester's name or address. */
  requester?: string;
  /** A piece of the organisation's name. */
  organisation?: string;
  tag?: string;
  /** What the analysis has shown; `none` where it has not. */
  verdict?: Verdict | 'none';
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
  requester: words,
  organisation: words,
  tag: words,
  verdict: (text) => oneOf([...VERDICTS, 'none'] as const, text),
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
  requester: 'requester',
  organisation: 'organisation',
  tag: 'tag',
  verdict: 'verdict',
  due: 'due',
  from: 'from',
  until: 'until',
  asleep: 'asleep',
  recap: 'recap',
} as const satisfies Record<keyof DeskFilter, string>;
const PARTS = Object.keys(NAMES) as (keyof DeskFilter)[];

/** Reads a filter from the parts of an address. Addresses are typed and shared by people: what makes no sense is passed over. */
export const readDeskFilter = (address: Readonly<Record<string, string | undefined>>): DeskFilter => {
  const read = PARTS.flatMap((part) => {
    const text = address[NAMES[part]];
    const value = text === undefined ? undefined : READERS[part](text);
    return value === undefined ? [] : [[part, value] as const];
  });
  return { status: 'open', ...Object.fromEntries(read) };
};

/** A filter as parts of an address, without what goes without saying. */
export const deskFilterAddress = (filter: DeskFilter): Record<string, string> =>
  Object.fromEntries(
    PARTS.flatMap((part) => {
      const value = filter[part];
      if (value === undefined || (part === 'status' && value === 'open')) return [];
      return [[NAMES[part], value === true ? '1' : value]];
    }),
  );

/** Which parts narrow the list, but for the text, which has a field of its own. */
export const narrowingParts = (filter: DeskFilter): (keyof DeskFilter)[] =>
  PARTS.filter(
    (part) => part !== 'text' && filter[part] !== undefined && !(part === 'status' && filter.status === 'open'),
  );

/** Reads how a list is to be sorted; by activity where an address says nothing that makes sense. */
export const readDeskSort = (text: string | undefined): DeskSort => oneOf(DESK_SORTS, text ?? '') ?? 'activity';

/** An address as it is always written, without what makes no sense or goes without saying. */
export const deskAddressOf = (filter: DeskFilter, sort: DeskSort): Record<string, string> => ({
  ...deskFilterAddress(filter),
  ...(sort === 'activity' ? {} : { sort }),
});

/** Whether a filter holds only what is still to be done, and so is counted beside its name. */
export const isCounted = (filter: DeskFilter): boolean =>
  (filter.status === 'open' || OPEN_STATUSES.some((status) => status === filter.status)) && filter.text === undefined;

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
