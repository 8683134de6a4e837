import { z } from 'zod';
import { TICKETS_CHANNEL } from '@/db/tickets/telling';
import { hear } from '../kernel/channels';

const told = z.object({
  number: z.number(),
  heldUntil: z.number().nullable(),
  requesterId: z.string().nullable().default(null),
  organisationId: z.string().nullable().default(null),
  leftBy: z.string().nullable().default(null),
});

/**
 * That a request has changed: its number, whose it is, whom it is no longer shared with, and whether it has only now been
 * let go to the customer's side.
 */
export type Stir = {
  number: number;
  released: boolean;
  requesterId: string | null;
  organisationId: string | null;
  leftBy: string | null;
};

/** A little after the held answer is everybody's, so that whoever asks then finds it. */
const AFTER_HOLD_MS = 250;

/**
 * Hears which requests change until the returned function is called; `null` when any may have changed unheard. A request
 * whose newest answer is held back stirs once more, `released`, when the customer's side may read it.
 */
export const hearTickets = (onStir: (stir: Stir | null) => void) => {
  const onMessage = (text: string): void => {
    const { heldUntil, ...stir } = told.parse(JSON.parse(text));
    onStir({ ...stir, released: false });
    if (heldUntil === null) return;
    const wait = Math.max(0, heldUntil - Date.now()) + AFTER_HOLD_MS;
    setTimeout(() => onStir({ ...stir, released: true }), wait).unref();
  };
  return hear(TICKETS_CHANNEL, { onMessage, onMissed: () => onStir(null) });
};
