import { z } from 'zod';
import type { Reader } from '@/db/client';
import { type ReportScope, teamIdsOf } from '@/db/reports/scope';
import { houseTimeZone } from '@/db/sla/house-zone';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { notFound } from '@/domain/refusal';
import { type DatesFault, type ReportFilter, readReportFilter } from '@/domain/reports/filter';
import { beginningOf } from '@/domain/tickets/desk-list';
import { dayIn } from '@/domain/time/days';
import type { Pace } from '../kernel/pace';

/** What reports are asked with: the address of their page. */
export const reportInput = z.object({ address: z.record(z.string().max(40), z.string().max(200)).default({}) });

/**
 * How often somebody may ask for one report. A year of 250,000 requests takes some of them seconds of the database: enough
 * for who compares periods, too little for a page that draws itself anew without end.
 */
export const REPORT_PACE: Pace = { max: 30, seconds: 60 };

/** What a report counts, as its reader may: people who run the installation all of it, an agent the requests of their teams. */
type Asked = {
  filter: ReportFilter;
  fault: DatesFault | null;
  scope: ReportScope;
};

/**
 * Reads what is asked for and holds it to what the actor may know. A team that is not theirs does not exist for them
 * (`not-found`).
 */
export const askedFor = async (
  db: Reader,
  actor: Actor,
  { address }: z.output<typeof reportInput>,
  now: Date,
): Promise<Asked> => {
  const timeZone = await houseTimeZone(db);
  const { filter, fault } = readReportFilter(address, dayIn(now, timeZone));
  const all = administers(granteeOf(actor));
  const teamIds = all ? null : actor.kind === 'user' ? await teamIdsOf(db, actor.id) : [];
  if (filter.team && teamIds && !teamIds.includes(filter.team)) throw notFound('team');
  return {
    filter,
    fault,
    scope: {
      from: new Date(beginningOf(filter.from, timeZone)),
      until: new Date(beginningOf(filter.until, timeZone, 1)),
      now,
      unit: filter.unit,
      timeZone,
      teamIds,
      team: filter.team,
      typeKey: filter.type,
    },
  };
};
