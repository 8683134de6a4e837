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

export type Place = 'everywhere' | 'list' | 'request';

/** A shortcut: its name in the messages (`keys.deeds.*`), the keys that follow each other, and what they do. */
export type Shortcut = { name: string; keys: readonly string[]; deed: Deed };

/** The keys of each kind of page, as mail programs and other desks have them. */
export const SHORTCUTS = {
  list: [
    { name: 'nextRow', keys: ['j'], deed: { kind: 'row', step: 1 } },
    { name: 'previousRow', keys: ['k'], deed: { kind: 'row', step: -1 } },
    { name: 'openRow', keys: ['o'], deed: { kind: 'open' } },
    { name: 'tick', keys: ['x'], deed: { kind: 'tick' } },
    { name: 'bulk', keys: ['b'], deed: { kind: 'focus', selector: '#bulk-act' } },
    { name: 'showNew', keys: ['.'], deed: { kind: 'press', selector: '[data-key=show]' } },
    { name: 'searchList', keys: ['/'], deed: { kind: 'focus', selector: 'main input[type=search]' } },
  ],
  request: [
    { name: 'answer', keys: ['r'], deed: { kind: 'write', field: 'body-reply', query: '' } },
    { name: 'note', keys: ['n'], deed: { kind: 'write', field: 'body-note', query: '?compose=note' } },
    { name: 'canned', keys: ['c'], deed: { kind: 'focus', selector: '#canned' } },
    { name: 'askMore', keys: ['q'], deed: { kind: 'focus', selector: '#ask-more-body' } },
    { name: 'take', keys: ['m'], deed: { kind: 'press', selector: '[data-key=take] button' } },
    { name: 'assign', keys: ['a'], deed: { kind: 'focus', selector: '#assign-person' } },
    { name: 'move', keys: ['s'], deed: { kind: 'focus', selector: '#move-to' } },
    { name: 'tag', keys: ['t'], deed: { kind: 'focus', selector: '#tag-add' } },
    { name: 'snooze', keys: ['z'], deed: { kind: 'focus', selector: '#snooze-until' } },
    { name: 'judge', keys: ['v'], deed: { kind: 'focus', selector: '#verdict' } },
    { name: 'read', keys: ['l'], deed: { kind: 'focus', selector: 'main [id^=message-]:last-child' } },
    { name: 'nextRequest', keys: ['j'], deed: { kind: 'press', selector: 'main a[rel=next]' } },
    { name: 'back', keys: ['u'], deed: { kind: 'press', selector: 'main a[href$="/desk"]' } },
  ],
  everywhere: [
    { name: 'search', keys: ['/'], deed: { kind: 'search' } },
    { name: 'help', keys: ['?'], deed: { kind: 'help' } },
  ],
} as const satisfies Record<Place, readonly Shortcut[]>;

/** The letter after G that leads to a working place, by the place's name in the rail. */
export const LETTERS: Readonly<Record<string, string>> = {
  desk: 'i',
  mine: 'm',
  unassigned: 'u',
  reports: 'r',
  studio: 's',
  articles: 'a',
  incidents: 'n',
  roadmap: 'f',
  comments: 'c',
  searches: 'q',
  people: 'p',
  organisations: 'o',
  teams: 't',
  tags: 'e',
  deadlines: 'd',
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
