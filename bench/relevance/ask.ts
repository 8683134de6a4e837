import type { Reader } from '@/db/client';
import type { UserActor } from '@/domain/access/actor';
import { search } from '@/server/search/engine';
import type { Ask } from './score';

/** Somebody with an account and no requests: may read all that customers may. */
const READER: UserActor = {
  kind: 'user',
  id: '00000000-0000-4000-8000-000000000000',
  role: 'customer',
  name: '',
  email: '',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  memberships: [],
};

/** Asks the index of a database as a customer does on the page of results. */
export const askIndex =
  (db: Reader): Ask =>
  async (query, locale) => {
    const { hits } = await search(db, READER, { query, locale, offset: 0, limit: 10, typing: false });
    return hits.map(({ key }) => key);
  };
