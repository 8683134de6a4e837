import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { logQuery } from '@/db/search/log';
import { insertReading } from '@/db/search/readings';
import { LOCALES } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import { SEARCH_KINDS } from '@/domain/search/answer';
import { answerPath, isAnswer, normaliseQuery, QUERY_LENGTH, SEARCH_SURFACES } from '@/domain/search/log';
import { action } from '../kernel/action';

/** A path of ours, in the spelling that results are given in. */
const href = z
  .string()
  .max(300)
  .regex(/^\/(?:fr|en)\/[\w./-]+(?:#[\w-]+)?$/);

/**
 * Keeps a query that stood, and the result that was opened. `query` names the query, so that the page that showed the
 * results and the click on one of them are told as one. Who searched is not kept; who opened an answer is, until it is
 * clear whether a request followed (`settleReadings`).
 */
export const record = action({
  permission: 'search.record',
  unaudited: true,
  limits: [
    { max: 60, seconds: 60 },
    { max: 1500, seconds: 86_400 },
  ],
  input: z.object({
    query: z.uuid().optional(),
    words: z.string().max(2 * QUERY_LENGTH),
    locale: z.enum(LOCALES),
    results: z.number().int().min(0).max(1_000_000),
    surface: z.enum(SEARCH_SURFACES),
    hit: z
      .object({
        href,
        kind: z.enum(SEARCH_KINDS),
        rank: z.number().int().min(1).max(10_000),
      })
      .optional(),
  }),
  async run({ tx, actor, input, call, now }) {
    const { query, locale, results, surface, hit } = input;
    const normalised = normaliseQuery(input.words);
    if (!normalised) throw new Refusal('invalid', 'errors.invalid', {}, { words: { key: 'errors.required' } });
    const logged = { id: query ?? randomUUID(), at: now, locale, surface, results, ...normalised };
    await logQuery(tx, logged, hit ? { href: hit.href, rank: hit.rank } : null);
    if (!hit || !isAnswer(hit.kind)) return { kept: true };
    const readerId = actor.kind === 'user' ? actor.id : null;
    const reading = { at: now, locale, surface, kind: hit.kind, href: answerPath(hit.kind, hit.href) };
    await insertReading(tx, reading, { readerId, device: call.device ?? null });
    return { kept: true };
  },
});
