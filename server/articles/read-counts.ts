import { createHmac } from 'node:crypto';
import { addReads } from '@/db/articles/reads';
import { addVersionReaders, type VersionReader } from '@/db/articles/version-readers';
import { database } from '@/db/client';
import { houseTimeZone } from '@/db/sla/house-zone';
import { readingWeek } from '@/domain/articles/reads';
import type { Locale } from '@/domain/people/locale';
import { env } from '../kernel/env';
import { log } from '../kernel/log';

/** Reads are written together, this long (ms) after the first of them. */
const TOGETHER_MS = 30_000;
/** Who read what is remembered for this long (ms), in memory alone, so that a page loaded twice is one reading. */
const SAME_READING_MS = 30 * 60_000;
/** More than this is not remembered: the oldest go. */
const MOST_REMEMBERED = 20_000;

const waiting = new Map<string, number>();
const lately = new Map<string, number>();
let readers: VersionReader[] = [];
let timer: NodeJS.Timeout | undefined;

const nameOf = (locale: Locale, articleKey: string): string => `${locale}:${articleKey}`;

const isRepeated = (reading: string, now: number): boolean => {
  const until = lately.get(reading);
  if (until !== undefined && until > now) return true;
  lately.delete(reading);
  lately.set(reading, now + SAME_READING_MS);
  if (lately.size > MOST_REMEMBERED) lately.delete(lately.keys().next().value ?? '');
  return false;
};

/**
 * Counts a reading of an article, once in half an hour for each `origin` (an address, kept in this process and nowhere
 * else). Answers whether it counted. Written with others a little later; what a process that ends had not written is lost.
 */
export const countReading = (locale: Locale, articleKey: string, origin: string, now: Date): boolean => {
  const name = nameOf(locale, articleKey);
  if (isRepeated(`${origin} ${name}`, now.getTime())) return false;
  waiting.set(name, (waiting.get(name) ?? 0) + 1);
  timer ??= setTimeout(() => void writeReadings(new Date()), TOGETHER_MS).unref();
  return true;
};

/** Names one reader of one article and nobody else: without the installation's key it leads back to no account. */
const readerOf = (userId: string, articleKey: string): string =>
  createHmac('sha256', env().authSecret).update(`reader ${userId} ${articleKey}`).digest('base64url');

/** Counts an account as a reader of an article among those who use this version of the product. Written with the readings. */
export const countVersionReading = (
  locale: Locale,
  articleKey: string,
  productVersion: string,
  userId: string,
): void => {
  readers.push({ locale, articleKey, productVersion, reader: readerOf(userId, articleKey) });
};

/** Writes the readings that wait, into the week of `now`. While the database is away they go on waiting. */
export const writeReadings = async (now: Date): Promise<void> => {
  clearTimeout(timer);
  timer = undefined;
  const counted = [...waiting];
  const came = readers;
  waiting.clear();
  readers = [];
  const counts = counted.map(([name, reads]) => {
    const [locale, articleKey] = name.split(':') as [Locale, string];
    return { locale, articleKey, reads };
  });
  try {
    const week = readingWeek(now, await houseTimeZone(database()));
    // First what may be written twice.
    await addVersionReaders(database(), came, week);
    await addReads(database(), counts, week);
  } catch (error) {
    log.warn('readings of articles could not be written yet', { error });
    for (const [name, reads] of counted) waiting.set(name, (waiting.get(name) ?? 0) + reads);
    readers.push(...came);
    timer ??= setTimeout(() => void writeReadings(new Date()), TOGETHER_MS).unref();
  }
};
