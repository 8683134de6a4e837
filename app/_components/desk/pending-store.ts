import { SEND_SECONDS } from '@/domain/tickets/messages';

/** An answer that has not left, and until when it waits (epoch milliseconds, by this device's clock). */
export type Pending = { number: number; token: string; until: number };

const KEY = 'guichet-pending-answer';

const isPending = (value: unknown): value is Pending =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'number' &&
  'token' in value &&
  typeof value.token === 'string' &&
  'until' in value &&
  typeof value.until === 'number';

/** The answer that was sent from this tab and still waits; `null` where there is none, or storage is closed to us. */
export const readPending = (): Pending | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isPending(kept) && kept.until > Date.now() ? kept : null;
  } catch {
    return null;
  }
};

/** Notes an answer that begins to wait; one that is known already goes on waiting as long as it did. */
export const notePending = (number: number, token: string): void => {
  if (readPending()?.token === token) return;
  try {
    const pending: Pending = { number, token, until: Date.now() + SEND_SECONDS * 1_000 };
    sessionStorage.setItem(KEY, JSON.stringify(pending));
  } catch {
    // Without storage the way back is on the page of the request alone.
  }
};

/** Forgets an answer that was taken back, or that has left. */
export const dropPending = (token: string): void => {
  if (readPending()?.token !== token) return;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // It is forgotten with its time.
  }
};
