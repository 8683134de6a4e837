import type { Reader } from '@/db/client';
import { type IndexState, indexState } from '@/db/search/queries';
import { listSynonyms } from '@/db/search/synonyms';
import type { Locale } from '@/domain/people/locale';
import type { SynonymGroup } from '@/domain/search/query';

/** What every search needs and what rarely changes is asked for again after so many ms, by a search that does not wait. */
const GOOD_FOR_MS = 3_000;
/** Older than this it is waited for. */
const GOOD_AT_MOST_MS = 10_000;

type Known = { at: number; state: IndexState | null; synonyms: Record<Locale, SynonymGroup[]> };

let known: { db: Reader; value: Promise<Known>; renewing: boolean } | null = null;

const load = async (db: Reader): Promise<Known> => {
  const [state, groups] = await Promise.all([indexState(db), listSynonyms(db)]);
  const synonyms: Known['synonyms'] = { fr: [], en: [] };
  for (const { locale, words } of groups) synonyms[locale].push(words);
  return { at: Date.now(), state, synonyms };
};

const renewed = (db: Reader): Promise<Known> => {
  known = { db, value: load(db), renewing: false };
  return known.value;
};

/** Asks anew while what is known goes on being used; it stays when it cannot be asked for. */
const renewMeanwhile = async (current: NonNullable<typeof known>): Promise<void> => {
  if (current.renewing) return;
  current.renewing = true;
  try {
    current.value = Promise.resolve(await load(current.db));
  } catch {
    // The next search that finds it too old asks again, and tells.
  } finally {
    current.renewing = false;
  }
};

/** The index that answers and the words that mean the same: some three seconds old, at most ten after a pause. */
export const knownIndex = async (db: Reader): Promise<Known> => {
  const current = known?.db === db ? known : null;
  const held = current && (await current.value.catch(() => null));
  const age = held ? Date.now() - held.at : Number.POSITIVE_INFINITY;
  if (!current || !held?.state || age >= GOOD_AT_MOST_MS) return renewed(db);
  if (age >= GOOD_FOR_MS) void renewMeanwhile(current);
  return held;
};

/** Forgets what is known, after this process changed it. */
export const forgetKnownIndex = (): void => {
  known = null;
};
