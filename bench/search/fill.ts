import { database } from '@/db/client';
import { makeUser } from '@/db/people/factory';
import { beginGeneration, promoteGeneration } from '@/db/search/generations';
import { analyse, insertPlainRequests, type PlainRequest } from '@/db/search/measure';
import { writeDocuments } from '@/db/search/write';
import type { Locale } from '@/domain/people/locale';
import type { IndexDocument } from '@/domain/search/documents';
import { type Vocabulary, vocabularyOf } from './words';

/** Blocks of the index are that large: each of its rows is then written once or twice. */
const BATCH = 2_048;
const CUSTOMERS = 400;
const AGENTS = 60;
const SECTIONS = 6;

/** Who asks in the benchmark: accounts by role. */
export type Accounts = { agents: readonly string[]; customers: readonly string[] };

const articleOf = (vocabulary: Vocabulary, locale: Locale, number: number): IndexDocument => {
  const audience = number % 20 === 0 ? 'agents' : number % 5 === 0 ? 'customers' : 'public';
  const place = `/${locale}/help/collection-${number % 40}`;
  return {
    kind: 'article',
    key: `article-${number}`,
    locale,
    audience,
    ticketId: null,
    href: `${place}/article-${number}`,
    title: vocabulary.sentence(5),
    trail: [`Collection ${number % 40}`],
    keywords: [vocabulary.draw(), vocabulary.draw()],
    at: new Date(Date.UTC(2026, number % 12, 1 + (number % 28))),
    hash: `${number}`,
    sections: Array.from({ length: SECTIONS }, (_, section) => ({
      heading: section === 0 ? null : vocabulary.sentence(4),
      anchor: section === 0 ? null : `section-${section}`,
      body: vocabulary.sentence(95),
    })),
  };
};

type NewRequest = PlainRequest & { body: string };

const requestDocument = ({ id, number, title, body }: NewRequest): IndexDocument => ({
  kind: 'request',
  key: String(number),
  locale: 'fr',
  audience: 'parties',
  ticketId: id,
  href: `/fr/requests/${number}`,
  title,
  trail: [`#${number}`],
  keywords: [String(number)],
  at: new Date(),
  hash: `${number}`,
  sections: [{ heading: null, anchor: null, body }],
});

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const makeAccounts = (): Promise<Accounts> =>
  database().transaction(async (tx) => {
    const make = async (count: number, role: 'agent' | 'customer') => {
      const ids: string[] = [];
      for (let at = 0; at < count; at += 1) ids.push((await makeUser(tx, { role, name: `Alex ${at}` })).id);
      return ids;
    };
    return { agents: await make(AGENTS, 'agent'), customers: await make(CUSTOMERS, 'customer') };
  });

/**
 * Fills the index of an empty installation with articles in both languages and requests of many customers, all made up
 * from a seed; answers the accounts that may ask.
 */
export const fillIndex = async (articles: number, requests: number): Promise<Accounts> => {
  const accounts = await makeAccounts();
  const { id } = await database().transaction(beginGeneration);
  const write = (documents: readonly IndexDocument[]) =>
    database().transaction((tx) => writeDocuments(tx, id, documents));
  for (const [locale, share] of [
    ['fr', 0.8],
    ['en', 0.2],
  ] as const) {
    const vocabulary = await vocabularyOf(locale, 11);
    const count = Math.round(articles * share);
    for (let at = 0; at < count; at += BATCH) {
      const size = Math.min(BATCH, count - at);
      await write(Array.from({ length: size }, (_, offset) => articleOf(vocabulary, locale, at + offset)));
    }
  }
  const vocabulary = await vocabularyOf('fr', 12);
  for (let at = 0; at < requests; at += BATCH) {
    const size = Math.min(BATCH, requests - at);
    const batch = Array.from({ length: size }, (_, offset): NewRequest => {
      const number = at + offset + 1;
      // A few customers write most of the requests.
      const requester = accounts.customers[Math.floor((number * 7919) % CUSTOMERS) >> (number % 3)] ?? '';
      return { id: idOf(number), number, title: vocabulary.sentence(6), body: vocabulary.sentence(70), requester };
    });
    await insertPlainRequests(database(), batch);
    await write(batch.map(requestDocument));
    if ((at / BATCH) % 10 === 0) console.log(`    ${at + size} of ${requests} requests`);
  }
  await database().transaction((tx) => promoteGeneration(tx, id));
  await analyse(database());
  return accounts;
};
