import { createHash } from 'node:crypto';
import { isLocale, type Locale } from '@/domain/people/locale';

/** What the forms of customers say. */
const FOR_CUSTOMERS = ['ui', 'errors', 'tickets', 'people', 'ideas'] as const;

/** Which parts of the messages client components use, by where people work. */
const PARTS = {
  customers: FOR_CUSTOMERS,
  staff: [...FOR_CUSTOMERS, 'desk', 'studio', 'incidents', 'roadmap', 'admin', 'keys'],
} as const;

export type WordsPlace = keyof typeof PARTS;

const isPlace = (name: string | undefined): name is WordsPlace => name !== undefined && Object.hasOwn(PARTS, name);

type Messages = Readonly<Record<string, unknown>>;

/**
 * The words of a language for a place as a script that browsers keep: written into every page they were a quarter of it.
 * `src` changes with what it holds.
 */
export type WordsScript = { name: string; src: string; words: Messages; text: string };

/** Written once for each language and place, while the messages are the same. */
const written = new WeakMap<Messages, Map<string, WordsScript>>();

const write = (name: string, place: WordsPlace, messages: Messages): WordsScript => {
  const names: readonly string[] = PARTS[place];
  const words = Object.fromEntries(Object.entries(messages).filter(([part]) => names.includes(part)));
  const text = `(globalThis.guichetWords??={})[${JSON.stringify(name)}]=${JSON.stringify(words)};`;
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { name, src: `/api/words/${name}?v=${version}`, words, text };
};

/** The script of a language's words for a place. */
export const wordsScript = (locale: Locale, place: WordsPlace, messages: Messages): WordsScript => {
  const scripts = written.get(messages) ?? new Map<string, WordsScript>();
  written.set(messages, scripts);
  const name = `${locale}-${place}`;
  const script = scripts.get(name) ?? write(name, place, messages);
  scripts.set(name, script);
  return script;
};

/** The language and place that a script's name (`fr-staff`) stands for; null when it is none of ours. */
export const namedWords = (name: string): { locale: Locale; place: WordsPlace } | null => {
  const [locale, place, ...rest] = name.split('-');
  return isLocale(locale) && isPlace(place) && rest.length === 0 ? { locale, place } : null;
};
