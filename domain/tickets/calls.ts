import { Temporal } from '../time/temporal';

/** How a call-back stands: slots are proposed, one is chosen, and a recap is written after the call; or it is called off. */
export const CALL_STATES = ['proposed', 'chosen', 'done', 'cancelled'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** A call that is still to come about: one a request at most. */
export const OPEN_CALL_STATES = ['proposed', 'chosen'] as const satisfies readonly CallState[];

/** What happens to a call, as the history tells it. */
export const CALL_STEPS = ['proposed', 'chosen', 'cancelled', 'recapped'] as const;
export type CallStep = (typeof CALL_STEPS)[number];

/** How long a call may be meant to take, in minutes. */
export const CALL_MINUTES = [15, 30, 45, 60] as const;

/** How many slots are proposed, how far ahead (in days), and how long a telephone number is (in characters). */
export const CALL_LIMITS = { slots: { min: 2, max: 5 }, days: 60, phone: 30 } as const;

const DAY = 86_400_000;

/**
 * The instant (epoch milliseconds) of a day and hour as a form writes them (`2026-11-24T14:30`) on the clocks of a time
 * zone; `null` for what is no such moment, or one that the change of clocks leaves out. Of an hour that comes twice, the first.
 */
export const slotIn = (written: string, timeZone: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written)) return null;
  try {
    const plain = Temporal.PlainDateTime.from(written, { overflow: 'reject' });
    const zoned = plain.toZonedDateTime(timeZone);
    return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : null;
  } catch {
    return null;
  }
};

/** Why slots cannot be proposed at `now` (epoch milliseconds); `null` when they can. */
export type SlotsFault = 'few' | 'many' | 'past' | 'far' | 'same';
export const slotsFault = (slots: readonly number[], now: number): SlotsFault | null => {
  if (slots.length < CALL_LIMITS.slots.min) return 'few';
  if (slots.length > CALL_LIMITS.slots.max) return 'many';
  if (new Set(slots).size < slots.length) return 'same';
  if (slots.some((slot) => slot <= now)) return 'past';
  return slots.some((slot) => slot > now + CALL_LIMITS.days * DAY) ? 'far' : null;
};

/** Whether it may be a telephone number: digits with what people write between them. */
export const isPhone = (text: string): boolean =>
  text.length <= CALL_LIMITS.phone && /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 6;

/** Whether the call was to be by `now` (epoch milliseconds), so that its recap is due. */
export const recapDue = ({ state, chosenAt }: { state: CallState; chosenAt: Date | null }, now: number): boolean =>
  state === 'chosen' && chosenAt !== null && chosenAt.getTime() <= now;

/** How long after the planned end of a call its agent is reminded of the recap, in minutes: most write it right away. */
export const RECAP_GRACE_MINUTES = 30;
