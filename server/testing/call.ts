import { randomUUID } from 'node:crypto';
import type { Actor } from '@/domain/access/actor';
import type { Call } from '../kernel/call';

/** A call by this actor, as a door would make it; each one from an origin of its own, so that rate limits do not mix. */
export const callBy = (actor: Actor, now = new Date()): Call => ({
  actor,
  now,
  requestId: randomUUID(),
  origin: randomUUID(),
  locale: 'fr',
});
