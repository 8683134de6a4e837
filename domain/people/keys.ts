import type { Phrase } from '../refusal';

/**
 * The keys of the working places as everybody has them at first, by what they do: on the desk's list, on a request, and
 * everywhere. As mail programs and other desks have them.
 */
export const USUAL_KEYS = {
  list: {
    nextRow: 'j',
    previousRow: 'k',
    openRow: 'o',
    tick: 'x',
    tickAll: 'a',
    bulk: 'b',
    undoBulk: 'z',
    showNew: '.',
    searchList: '/',
    filter: 'f',
    keepView: 's',
  },
  request: {
    answer: 'r',
    note: 'n',
    canned: 'c',
    askMore: 'q',
    correct: 'e',
    refile: 'f',
    take: 'm',
    assign: 'a',
    move: 's',
    tag: 't',
    snooze: 'z',
    judge: 'v',
    grade: 'p',
    markComplete: 'b',
    link: 'i',
    merge: 'd',
    tie: 'h',
    incidentOver: ';',
    copy: 'k',
    call: 'o',
    takeBack: 'x',
    read: 'l',
    nextRequest: 'j',
    back: 'u',
  },
  everywhere: { search: '/', help: '?' },
} as const;
export type KeyPlace = keyof typeof USUAL_KEYS;
export const KEY_PLACES = Object.keys(USUAL_KEYS) as KeyPlace[];

/** The first of the two keys that lead to a working place: it does nothing by itself. */
export const GO_KEY = 'g';

/** Keys that somebody has chosen instead of the usual ones, by the name of what they do. */
export type OwnKeys = Readonly<Record<string, string>>;

type Deed = { place: KeyPlace; name: string; usual: string };
const DEEDS: readonly Deed[] = KEY_PLACES.flatMap((place) =>
  Object.entries(USUAL_KEYS[place]).map(([name, usual]) => ({ place, name, usual })),
);

/** Whether two deeds may not have one key: they are on one page. The search of the list takes the place of the other one there. */
const meet = (one: Deed, other: Deed): boolean => {
  if (one.name === other.name) return false;
  if (one.place === other.place) return true;
  const [a, b] = [one.name, other.name].toSorted();
  return (one.place === 'everywhere' || other.place === 'everywhere') && !(a === 'search' && b === 'searchList');
};

/**
 * The key of each deed of a place, with one's own in place of the usual ones. A usual key gives way to the same one that was
 * chosen for something else, before there was a usual one: that deed has no key (the empty text).
 */
export const keysAt = (place: KeyPlace, own: OwnKeys = {}): Record<string, string> => {
  const chosen = DEEDS.filter(({ name }) => own[name] !== undefined);
  const keyOf = (deed: Deed): string => {
    const key = own[deed.name];
    if (key !== undefined) return key;
    return chosen.some((other) => own[other.name] === deed.usual && meet(deed, other)) ? '' : deed.usual;
  };
  return Object.fromEntries(DEEDS.filter((deed) => deed.place === place).map((deed) => [deed.name, keyOf(deed)]));
};

/** A key as it is kept: one sign, in lower case; `null` for what is none. */
const keyIn = (typed: string): string | null => {
  const [key, ...rest] = typed.trim().toLowerCase();
  return key && rest.length === 0 && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key) ? key : null;
};

/**
 * Reads the keys that somebody chooses, by the names of deeds: those that differ from the usual ones, and what is wrong by
 * name (no key, the key that leads to places, or that of another deed of the same page, whose name is told). What is left
 * out or empty has its usual key; names that mean nothing are passed over.
 */
export const readOwnKeys = (
  typed: Readonly<Record<string, string | undefined>>,
): { own: Record<string, string>; faults: Record<string, Phrase> } => {
  const chosen = DEEDS.map((deed) => ({
    deed,
    key: typed[deed.name]?.trim() ? keyIn(typed[deed.name] ?? '') : deed.usual,
  }));
  const faults: Record<string, Phrase> = {};
  for (const { deed, key } of chosen) {
    const other = chosen.find((one) => key !== null && one.key === key && meet(one.deed, deed));
    if (key === null) faults[deed.name] = { key: 'errors.shortcutOne' };
    else if (key === GO_KEY)
      faults[deed.name] = { key: 'errors.shortcutReserved', data: { key: GO_KEY.toUpperCase() } };
    // Whoever has changed one key reads of it there, and not beside the one that was there before.
    else if (other && (key !== deed.usual || other.key === other.deed.usual)) {
      faults[deed.name] = { key: 'errors.shortcutTaken', data: { other: other.deed.name } };
    }
  }
  const own = chosen.flatMap(({ deed, key }) =>
    key !== null && key !== deed.usual ? [[deed.name, key] as const] : [],
  );
  return { own: Object.fromEntries(own), faults };
};
