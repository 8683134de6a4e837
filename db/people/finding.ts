import { and, asc, desc, isNull, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { literally } from '../like';
import { READ, readAlike, WRITTEN, wordsOfOrganisations, wordsOfPeople } from './read-alike';
import { memberships, organisations, users } from './schema';

const MOST_WORDS = 6;

const wordsIn = (text: string): string[] => {
  const read = [...text.normalize('NFC').toLowerCase()].map((sign) => {
    const place = WRITTEN.indexOf(sign);
    return place === -1 ? sign : READ[place];
  });
  return read.join('').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
};

/** What begins with the words themselves stands before what holds them later. */
const first = (text: SQL, words: readonly string[]): SQL =>
  desc(sql`${readAlike(text)} like ${`${literally(words.join(' '))}%`}`);

/** Each word begins one of those that a row is found by. */
const begins = (found: SQL, words: readonly string[]): SQL => {
  const wanted = words.map((word) => `'${word.replaceAll('\\', '')}':*`).join(' & ');
  return sql`${found} @@ to_tsquery('simple', ${wanted})`;
};

/** Whose name and address hold words that begin as these do; nothing for no words. */
export const peopleSaying = (text: string): SQL | undefined => {
  const words = wordsIn(text);
  return words.length === 0 ? undefined : begins(wordsOfPeople(users), words);
};

/** Active accounts whose name and address hold words that begin so, at most `limit`; nobody for no words. */
export const findPeople = async (db: Reader, text: string, limit: number) => {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  return db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      organisation: sql<
        string | null
      >`(select o.name from ${memberships} m join ${organisations} o on o.id = m.organisation_id where m.user_id = users.id order by m.created_at limit 1)`,
    })
    .from(users)
    .where(and(isNull(users.deactivatedAt), begins(wordsOfPeople(users), words)))
    .orderBy(first(sql`${users.name}`, words), asc(users.name), asc(users.id))
    .limit(limit);
};

/** Organisations in use whose name holds words that begin so, at most `limit`; none for no words. */
export const findOrganisations = async (db: Reader, text: string, limit: number) => {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const name = sql`${organisations.name}`;
  return db
    .select({ id: organisations.id, name: organisations.name, productVersion: organisations.productVersion })
    .from(organisations)
    .where(and(isNull(organisations.archivedAt), begins(wordsOfOrganisations(organisations), words)))
    .orderBy(first(name, words), asc(organisations.name), asc(organisations.id))
    .limit(limit);
};
