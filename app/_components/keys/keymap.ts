import { GO_KEY, type KeyPlace, keysAt, type OwnKeys, type USUAL_KEYS } from '@/domain/people/keys';

/** What a key does. Selectors look into the page, so that a key does nothing where there is nothing to do it to. */
export type Deed =
  /** Leads the keyboard to a field, opening what is folded around it. */
  | { kind: 'focus'; selector: string }
  /** The same, or to the address where that field is. */
  | { kind: 'write'; field: string; query: string }
  /** Presses a link or a button. */
  | { kind: 'press'; selector: string }
  /** Leads along the rows of the list. */
  | { kind: 'row'; step: 1 | -1 }
  /** Does something with the row one is on. */
  | { kind: 'tick' }
  | { kind: 'open' }
  | { kind: 'help' }
  | { kind: 'search' }
  | { kind: 'go'; href: string };

export type Place = KeyPlace;

/** A shortcut: its name in the messages (`keys.deeds.*`), the keys that follow each other, and what they do. */
export type Shortcut = { name: string; keys: readonly string[]; deed: Deed };

/** What the keys of each kind of page do, by the names under which `domain/people/keys.ts` has the keys. */
const DEEDS = {
  list: {
    nextRow: { kind: 'row', step: 1 },
    previousRow: { kind: 'row', step: -1 },
    openRow: { kind: 'open' },
    tick: { kind: 'tick' },
    tickAll: { kind: 'press', selector: 'main input[data-key=tick-all]' },
    // The form is there all the time, and shown while something is chosen.
    bulk: { kind: 'focus', selector: 'main:has(input[name=number]:checked) #bulk-act' },
    undoBulk: { kind: 'press', selector: 'main [data-key=undo] button' },
    showNew: { kind: 'press', selector: '[data-key=show]' },
    searchList: { kind: 'focus', selector: 'main input[type=search]' },
    filter: { kind: 'focus', selector: '#filter-status' },
    keepView: { kind: 'focus', selector: '#view-name' },
  },
  request: {
    answer: { kind: 'write', field: 'body-reply', query: '' },
    note: { kind: 'write', field: 'body-note', query: '?compose=note' },
    canned: { kind: 'focus', selector: '#canned' },
    askMore: { kind: 'focus', selector: '#ask-more-body' },
    correct: { kind: 'focus', selector: '#correct :is(input:not([type=hidden]), select, textarea)' },
    refile: { kind: 'focus', selector: '#refile-subject' },
    take: { kind: 'press', selector: '[data-key=take] button' },
    assign: { kind: 'focus', selector: '#assign-person' },
    move: { kind: 'focus', selector: '#move-to' },
    tag: { kind: 'focus', selector: '#tag-add' },
    snooze: { kind: 'focus', selector: '#snooze-until' },
    judge: { kind: 'focus', selector: '#verdict' },
    grade: { kind: 'focus', selector: '#grade-level' },
    markComplete: { kind: 'press', selector: '[data-key=complete] button' },
    link: { kind: 'focus', selector: '#link-other' },
    merge: { kind: 'focus', selector: '#merge-into' },
    tie: { kind: 'focus', selector: '#tie-incident-find, #tie-incident' },
    incidentOver: { kind: 'press', selector: '[data-key=incident-over] button' },
    copy: { kind: 'focus', selector: '#copy-find, #copyIds, #copies' },
    call: { kind: 'focus', selector: '#recap, #call-slot-1' },
    takeBack: { kind: 'press', selector: 'main [data-key=take-back] button' },
    read: { kind: 'focus', selector: 'main [id^=message-]:last-child' },
    nextRequest: { kind: 'press', selector: 'main a[rel=next]' },
    back: { kind: 'press', selector: 'main a[href$="/desk"]' },
  },
  everywhere: {
    search: { kind: 'search' },
    help: { kind: 'help' },
  },
} as const satisfies { [Where in Place]: Record<keyof (typeof USUAL_KEYS)[Where], Deed> };

/**
 * The shortcuts of a kind of page, in the order of the sheet, with somebody's own keys in place of the usual ones; no keys where
 * one's own have taken the usual one.
 */
export const shortcutsAt = (place: Place, own?: OwnKeys): Shortcut[] => {
  const keys = keysAt(place, own);
  return Object.entries<Deed>(DEEDS[place]).map(([name, deed]) => {
    const key = keys[name];
    return { name, keys: key ? [key] : [], deed };
  });
};

/** What must be in a page for a deed to have something to do there, as a selector; `null` where it always has. */
export const needsOf = (deed: Deed, path: string): string | null => {
  if (deed.kind === 'focus' || deed.kind === 'press') return deed.selector;
  // The field itself, or the link to the address where it is.
  return deed.kind === 'write' ? `#${deed.field}, #compose a[href="${path}${deed.query}#compose"]` : null;
};

/** The letter after G that leads to a working place, by the place's name in the rail. */
export const LETTERS: Readonly<Record<string, string>> = {
  desk: 'i',
  joining: 'k',
  mine: 'm',
  unassigned: 'u',
  reports: 'r',
  studio: 's',
  articles: 'a',
  incidents: 'n',
  roadmap: 'f',
  comments: 'c',
  feedback: 'v',
  searches: 'q',
  people: 'p',
  organisations: 'o',
  teams: 't',
  types: 'y',
  blocked: 'b',
  replies: 'x',
  tags: 'e',
  deadlines: 'd',
  mail: 'l',
  audit: 'j',
};

/** Which keys a page has besides those of every page. */
export const placeOf = (path: string): Exclude<Place, 'everywhere'> | null => {
  if (/^\/[a-z]{2}\/desk$/.test(path)) return 'list';
  return /^\/[a-z]{2}\/desk\/\d+$/.test(path) ? 'request' : null;
};

/**
 * What the keys pressed so far mean: a shortcut, the beginning of one, or nothing. The first shortcut wins, so those of the page
 * come before those of every page.
 */
export const meaningOf = (
  pressed: readonly string[],
  shortcuts: readonly Shortcut[],
): { shortcut: Shortcut } | 'begun' | null => {
  const begins = ({ keys }: Shortcut): boolean => pressed.every((key, place) => keys[place] === key);
  const found = shortcuts.filter(begins);
  const whole = found.find(({ keys }) => keys.length === pressed.length);
  if (whole) return { shortcut: whole };
  return found.length > 0 ? 'begun' : null;
};

/** The keys that lead to a working place; none for places without a letter. */
export const goKeys = (place: string): readonly string[] => {
  const letter = LETTERS[place];
  return letter ? [GO_KEY, letter] : [];
};
