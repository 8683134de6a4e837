import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { find } from './find';

export const VISITOR: Actor = { kind: 'visitor' };

/** What an actor finds in French, by kind and key, sorted by name. */
export const keysOf = async (actor: Actor, query: string): Promise<string[]> =>
  (await find(callBy(actor), { query, locale: 'fr' })).hits.map(({ kind, key }) => `${kind} ${key}`).sort();
