import type { LargeDeskSample } from '@/db/tickets/measure';
import { placeText } from '@/domain/lists/place';
import type { BenchApp } from '../app';
import type { Row } from '../report';
import { vocabularyOf } from '../search/words';
import { type Ask, askVerbs, measure, openPage, waitRows } from './ask';
import { AT_ONCE, LISTS, type People, pick, REQUESTS } from './work';

const ASKED = 600;

type Question = { what: string; ask: Ask; limit: number; count?: number; atOnce?: number };

const questions = async (app: BenchApp, sample: LargeDeskSample, people: People): Promise<readonly Question[]> => {
  const { agents, managers, customers } = people;
  const words = await vocabularyOf('fr', 22);
  const numberAt = (at: number): number => 1_001 + ((at * 7_919) % REQUESTS);
  const deep = placeText([sample.middle.createdAt, sample.middle.number]);
  const desk = (address: Record<string, string>, after?: string) => [
    { verb: 'tickets.queue', input: { address, ...(after ? { after } : {}) } },
    { verb: 'tickets.views', input: {} },
  ];
  const all = { status: 'all', sort: 'created' };
  const searched = async (at: number): Promise<void> => {
    const text = `${words.at(200 + ((at * 31) % 3_000))} ${words.at(400 + ((at * 17) % 8_000))}`;
    const found = await askVerbs(app, pick(agents, at), at, [{ verb: 'search.requests', input: { query: text } }]);
    const [{ result }] = JSON.parse(found) as [{ result: { data: { json: { numbers: number[] } } } }];
    const address = { status: 'all', text };
    await askVerbs(app, pick(agents, at), at, [
      { verb: 'tickets.queue', input: { address, found: result.data.json.numbers } },
    ]);
  };
  return [
    {
      what: 'desk list of 50 with counts',
      ask: (at) => askVerbs(app, pick(agents, at), at, desk(pick(LISTS, at))),
      limit: 50,
    },
    {
      what: 'desk list, a page in the middle of all',
      ask: (at) => askVerbs(app, pick(agents, at), at, desk(all, deep)),
      limit: 50,
    },
    {
      what: 'one request',
      ask: (at) => askVerbs(app, pick(agents, at), at, [{ verb: 'tickets.show', input: { number: numberAt(at) } }]),
      limit: 60,
    },
    {
      what: 'page of one request on the desk',
      ask: (at) => openPage(app, pick(agents, at), `/fr/desk/${numberAt(at)}`),
      limit: 60,
      count: ASKED / 4,
      atOnce: 1,
    },
    { what: 'full-text search on the desk', ask: searched, limit: 100 },
    {
      what: 'list of a customer',
      // Each for the second time: whoever looks after their requests has been here before.
      ask: (at) => askVerbs(app, pick(customers, at % ASKED), at, [{ verb: 'tickets.list', input: {} }]),
      limit: 30,
    },
    {
      what: 'list of a large organisation',
      ask: (at) => askVerbs(app, pick(managers, at), at, [{ verb: 'tickets.list', input: { scope: 'organisation' } }]),
      limit: 30,
    },
  ];
};

/**
 * What agents and customers wait for at the app's door. All of it is asked before any of it counts: what is promised is a
 * desk that is open all day, and the first question asked of a process pays for what V8 learns of those that follow.
 */
export const readingRows = async (app: BenchApp, sample: LargeDeskSample, people: People): Promise<Row[]> => {
  const all = await questions(app, sample, people);
  for (const { ask, count = ASKED, atOnce = AT_ONCE } of all) await measure(ask, count, atOnce, 0);
  const rows: Row[] = [];
  for (const { what, ask, limit, count = ASKED, atOnce = AT_ONCE } of all) {
    const how = atOnce === 1 ? 'one after the other' : `${atOnce} at once`;
    rows.push(...waitRows(`${what}, ${how}`, await measure(ask, count, atOnce), limit));
  }
  return rows;
};
