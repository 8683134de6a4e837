import { randomUUID } from 'node:crypto';
import type { Actor } from '@/domain/access/actor';
import { DEFAULT_LOCALE, type Locale } from '@/domain/people/locale';

/** What a door knows of one call, whichever door it came through. */
export type Call = {
  actor: Actor;
  /** The instant of the call: everything an action writes carries it. */
  now: Date;
  /** Ties log lines, audit rows and the error page together. */
  requestId: string;
  /** Where rate limits count visitors: the client's address, or a word for doors without one (`worker`, `cli`). */
  origin: string;
  /** The language of the page or mail that the call came from. */
  locale: Locale;
  /** Hash of the browser's own key, where it has one: ties an answer that was read to a request that followed. */
  device?: string | undefined;
  /** Names the sign-in behind the call, where there is one: what lasts of it ends when its owner signs out. */
  session?: string | undefined;
  /**
   * Who calls, read anew: for calls that last, during which a role may change or an account be deactivated. A call that
   * was made without a session stays what it was.
   */
  again?: (() => Promise<Actor>) | undefined;
};

/** A call made by Guichet itself: jobs, inbound mail, the command line. */
export const systemCall = (name: string, now: Date = new Date()): Call => ({
  actor: { kind: 'system', name },
  now,
  requestId: randomUUID(),
  origin: name,
  locale: DEFAULT_LOCALE,
});
