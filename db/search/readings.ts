import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { FOLLOW_UP_DAYS } from '@/domain/search/log';
import type { Database, Tx } from '../client';
import { tickets } from '../tickets/schema';
import { answerReadings, deviceRequests } from './log-schema';

const DAY_MS = 86_400_000;
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** Who reads, as far as it can be known: the account, the hashed key of the device, or neither. */
export type ReaderTrace = { readerId: string | null; device: string | null };

type Reading = Pick<typeof answerReadings.$inferInsert, 'at' | 'locale' | 'surface' | 'kind' | 'href'>;

/**
 * Keeps that an answer was opened. The same answer opened again by the same reader within a day is the same reading;
 * a reader who cannot be recognised makes a visit of their own, whose outcome stays unknown.
 */
export const insertReading = async (tx: Tx, reading: Reading, { readerId, device }: ReaderTrace): Promise<void> => {
  const same = [
    ...(readerId ? [eq(answerReadings.readerId, readerId)] : []),
    ...(device ? [eq(answerReadings.device, device)] : []),
  ];
  if (same.length === 0) {
    await tx.insert(answerReadings).values({ ...reading, visit: randomUUID(), outcome: 'unknown' });
    return;
  }
  const [last, ...earlier] = await tx
    .select({ visit: answerReadings.visit, href: answerReadings.href })
    .from(answerReadings)
    .where(and(or(...same), gt(answerReadings.at, daysBefore(reading.at, 1))))
    .orderBy(desc(answerReadings.at));
  if ([last, ...earlier].some((one) => one?.href === reading.href)) return;
  await tx.insert(answerReadings).values({ ...reading, readerId, device, visit: last?.visit ?? randomUUID() });
};

/** Keeps that a request was opened on a device. */
export const noteDeviceRequest = async (tx: Tx, device: string, at: Date): Promise<void> => {
  await tx.insert(deviceRequests).values({ device, at });
};

/**
 * Writes what came of the readings, by the rule of `outcomeOf`, and forgets who read where it is settled. Safe to run
 * at any time and twice.
 */
export const settleReadings = async (db: Database, now: Date): Promise<void> => {
  const until = sql`${answerReadings.at} + make_interval(hours => ${FOLLOW_UP_DAYS * 24})`;
  const asked = sql`(exists (
      select from ${tickets} where ${tickets.requesterId} = ${answerReadings.readerId}
        and ${tickets.createdAt} > ${answerReadings.at} and ${tickets.createdAt} <= ${until}
    ) or exists (
      select from ${deviceRequests} where ${deviceRequests.device} = ${answerReadings.device}
        and ${deviceRequests.at} > ${answerReadings.at} and ${deviceRequests.at} <= ${until}
    ))`;
  const open = eq(answerReadings.outcome, 'open');
  const settled = { readerId: null, device: null };
  await db
    .update(answerReadings)
    .set({ ...settled, outcome: 'asked' })
    .where(and(open, asked));
  await db
    .update(answerReadings)
    .set({ ...settled, outcome: 'answered' })
    .where(and(open, lt(answerReadings.at, daysBefore(now, FOLLOW_UP_DAYS))));
  await db.delete(deviceRequests).where(lt(deviceRequests.at, daysBefore(now, FOLLOW_UP_DAYS + 1)));
};

/** Forgets readings from before this moment. */
export const forgetReadings = async (db: Database, before: Date): Promise<void> => {
  await db.delete(answerReadings).where(lt(answerReadings.at, before));
};
