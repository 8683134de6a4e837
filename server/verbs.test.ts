import { expect, it } from 'vitest';
import { answerVerbs, VERBS_PATH } from './verbs';

const batchOf = (calls: number): Request => {
  const input = Object.fromEntries(Array.from({ length: calls }, (_, index) => [index, { json: {} }]));
  const query = new URLSearchParams({ batch: '1', input: JSON.stringify(input) });
  const verbs = Array.from({ length: calls }, () => 'tickets.levels').join(',');
  return new Request(`http://localhost:3000${VERBS_PATH}/${verbs}?${query}`);
};

it('answers as many calls at once as our pages send, and no more', async () => {
  expect((await answerVerbs(batchOf(20))).status).toBe(200);
  expect((await answerVerbs(batchOf(21))).status).toBe(400);
});
