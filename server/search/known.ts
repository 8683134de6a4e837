import type { Reader } from '@/db/client';
import { type IndexState, indexState } from '@/db/search/queries';
import { listSynonyms } from '@/db/search/synonyms';
import type { Locale } from '@/domain/people/locale';
import type { SynonymGroup } from '@/domain/search/query';

/** What every search needs and what rarely changes is asked for this often, in ms. */
const GOOD_FOR_MS = 3_000;

type Known = { at: number; state: IndexState | null; synonyms: Record<Locale, SynonymGroup[]> };

let known: { db: Reader; value: Promise<Known> } | null = null;

const load = async (db: Reader): Promise<Known> => {
  const [state, groups] = await Promise.all([indexState(db), listSynonyms(db)]);
  const synonyms: Known['synonyms'] = { fr: [], en: [] };
  for (const { locale, words } of groups) synonyms[locale].push(words);
  return { at: Date.now(), state, synonyms };
};

/** The index that answers and the words that mean the same, at most three seconds old. */
export const knownIndex = async (db: Reader): Promise<Known> => {
  const held = known?.db === db ? await known.value.catch(() => null) : null;
  if (held?.state && Date.now() - held.at < GOOD_FOR_MS) return held;
  const value = load(db);
  known = { db, value };
  return value;
};

/** Forgets what is known, after this process changed it. */
export const forgetKnownIndex = (): void => {
  known = null;
};
