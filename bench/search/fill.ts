import { database } from '@/db/client';
import { makeUser } from '@/db/people/factory';
import { type IndexBuilder, indexBuilder } from '@/db/search/build';
import { beginGeneration, holdIndex, promoteGeneration } from '@/db/search/generations';
import { analyse, insertPlainRequests, type PlainRequest } from '@/db/search/measure';
import type { Locale } from '@/domain/people/locale';
import type { IndexDocument } from '@/domain/search/documents';
import { roomInBlock } from '@/domain/search/postings';
import { type Vocabulary, vocabularyOf } from './words';

/** So many documents are made up and written at once. */
const BATCH = 1_024;
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

type Made = { documents: readonly IndexDocument[]; requests?: readonly NewRequest[] };

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

/** Writes documents as a rebuild does: to the end of a block of the index in one transaction. */
const writeAll = async (
  builder: IndexBuilder,
  count: number,
  make: (from: number, size: number) => Made,
): Promise<void> => {
  let at = 0;
  const fillBlock = (): Promise<void> =>
    database().transaction(async (tx) => {
      await holdIndex(tx);
      for (let room = BATCH; room > 0 && at < count; ) {
        const size = Math.min(BATCH, room, count - at);
        const { documents, requests } = make(at, size);
        if (requests) await insertPlainRequests(tx, requests);
        room = roomInBlock(await builder.add(tx, documents));
        at += size;
      }
      await builder.flush(tx);
    });
  while (at < count) {
    await fillBlock();
    console.log(`    ${String(at).padStart(8)} of ${count}`);
  }
};

/**
 * Fills the index of an empty installation with articles in both languages and requests of many customers, all made up
 * from a seed; answers the accounts that may ask.
 */
export const fillIndex = async (articles: number, requests: number): Promise<Accounts> => {
  const accounts = await makeAccounts();
  const { id } = await database().transaction(beginGeneration);
  const builder = indexBuilder(id);
  const numbers = (from: number, size: number): number[] => Array.from({ length: size }, (_, offset) => from + offset);
  for (const [locale, share] of [
    ['fr', 0.8],
    ['en', 0.2],
  ] as const) {
    const vocabulary = await vocabularyOf(locale, 11);
    await writeAll(builder, Math.round(articles * share), (from, size) => ({
      documents: numbers(from, size).map((number) => articleOf(vocabulary, locale, number)),
    }));
  }
  const vocabulary = await vocabularyOf('fr', 12);
  await writeAll(builder, requests, (from, size) => {
    const made = numbers(from + 1, size).map((number): NewRequest => {
      // A few customers write most of the requests.
      const requester = accounts.customers[Math.floor((number * 7919) % CUSTOMERS) >> (number % 3)] ?? '';
      return { id: idOf(number), number, title: vocabulary.sentence(6), body: vocabulary.sentence(70), requester };
    });
    return { requests: made, documents: made.map(requestDocument) };
  });
  await database().transaction(async (tx) => {
    await holdIndex(tx);
    await builder.finish(tx);
    await promoteGeneration(tx, id);
  });
  await analyse(database());
  return accounts;
};
