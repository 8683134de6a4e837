import { granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { ANONYMOUS, type Audiences } from '@/server/kernel/content';
import { callOf } from '@/server/session';

/**
 * What the sender of a request may read. While the database is away nobody can be known, and everybody reads what
 * visitors read: less than they may, never more.
 */
export const readerOf = async (headers: Headers): Promise<Audiences> => {
  try {
    return audiencesOf(granteeOf((await callOf(headers)).actor));
  } catch {
    return ANONYMOUS;
  }
};
