import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import { makeUser } from '@/db/people/factory';
import { mailsTo } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import type { Call } from '../kernel/call';
import { hashPassword } from './credentials';

/** Somebody without a session. */
export const VISITOR: Actor = { kind: 'visitor' };
/** Passwords that nobody guesses. */
export const GOOD = 'cheval correct agrafe';
export const OTHER = 'marron tambour granit';

/** A call by this actor, from an origin of its own. */
export const call = (actor: Actor = VISITOR, given: Partial<Call> = {}): Call => ({
  actor,
  now: new Date(),
  requestId: randomUUID(),
  origin: randomUUID(),
  locale: 'fr',
  ...given,
});
/** In so many minutes. */
export const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

/** The secret of the link that was mailed to an address last. */
export const tokenOf = async (tx: Tx, email: string): Promise<string> => {
  const [mail] = await mailsTo(tx, email);
  const path = String(mail?.data.path);
  return new URL(path, 'http://guichet.test').searchParams.get('token') ?? '';
};

/** An account that signs in by `GOOD`. */
export const withPassword = async (tx: Tx, given: Parameters<typeof makeUser>[1] = {}) =>
  makeUser(tx, { passwordHash: await hashPassword(GOOD), ...given });

/** An address that nobody has. */
export const newAddress = (): string => `${randomUUID()}@example.test`;
