import { eq } from 'drizzle-orm';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import type { Reader } from '../client';
import { rememberedThroughout } from '../remembered';
import { calendars, policies } from './schema';

/** The time zone of the company (`Europe/Paris`): the one of the calendar it works by. */
export const houseTimeZone = (db: Reader): Promise<string> =>
  rememberedThroughout('house', 'time zone', db, () => readTimeZone(db));

const readTimeZone = async (db: Reader): Promise<string> => {
  const [row] = await db
    .select({ timeZone: calendars.timeZone })
    .from(policies)
    .innerJoin(calendars, eq(calendars.key, policies.calendarKey))
    .where(eq(policies.isDefault, true));
  return row?.timeZone ?? SHIPPED_ZONE;
};
