import { database } from '@/db/client';
import { houseTimeZone } from '@/db/sla/house-zone';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { databaseIsAway } from './database-away';
import { log } from './log';

/** No page is held up for longer (ms): the zone that was right a moment ago nearly always still is. */
const PATIENCE_MS = 2_000;

let zone = SHIPPED_ZONE;
let away = false;
let asking: Promise<void> | null = null;

const ask = async (): Promise<void> => {
  try {
    zone = await houseTimeZone(database());
    away = false;
  } catch (error) {
    away = true;
    if (!databaseIsAway(error)) log.warn('the time zone of the house could not be asked for', { error });
  } finally {
    asking = null;
  }
};

/**
 * The time zone in which pages that are the same for everybody show instants. While the database is away, and while the
 * app is built, the last one known. Never rejects; answers within two seconds.
 */
export const houseZone = async (): Promise<string> => {
  if (!process.env.DATABASE_URL) return zone;
  const waited = away;
  asking ??= ask();
  if (waited) return zone;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(() => {
      away = true;
      done();
    }, PATIENCE_MS);
  });
  await Promise.race([asking, late]);
  clearTimeout(timer);
  return zone;
};
