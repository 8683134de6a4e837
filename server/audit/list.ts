import { z } from 'zod';
import { auditEntriesOf, namesBehind } from '@/db/audit/queries';
import { houseTimeZone } from '@/db/sla/house-zone';
import { listLevels } from '@/db/sla/queries';
import { auditFacts } from '@/domain/audit/facts';
import { readAuditFilter } from '@/domain/audit/filter';
import { beginningOf } from '@/domain/tickets/desk-list';
import { soughtNumber } from '@/domain/tickets/list';
import { query } from '../kernel/action';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;
/** A file is read in larger parts than a page. */
const MOST = 500;

/** Who did what, the newest first, with what it was done to by name; for people who run the installation. */
export const list = query({
  permission: 'audit.list',
  input: z.object({
    address: z.record(z.string().max(40), z.string()).default({}),
    ...partFields(z.tuple([placeValue.instant, placeValue.number])),
    limit: z.number().int().min(1).max(MOST).default(PAGE_SIZE),
  }),
  async run({ db, actor, input: { address, after, before, limit } }) {
    const filter = readAuditFilter(address);
    // Days are those of the reader's own calendar.
    const zone = actor.kind === 'user' ? actor.timeZone : await houseTimeZone(db);
    const { kind, who, verb, subject, from, until } = filter;
    const question = {
      kind,
      who,
      verb,
      subject: subject === undefined ? undefined : (soughtNumber(subject) ?? subject),
      from: from === undefined ? undefined : new Date(beginningOf(from, zone)),
      until: until === undefined ? undefined : new Date(beginningOf(until, zone, 1)),
    };
    const page = await auditEntriesOf(db, question, { after, before, size: limit });
    const entries = page.rows.map(({ data, ...entry }) => ({ ...entry, facts: auditFacts(data) }));
    const values = entries.flatMap(({ facts }) => facts.flatMap(({ value }) => String(value).split(', ')));
    const names = await namesBehind(db, [...entries.flatMap(({ targetId }) => targetId ?? []), ...values]);
    // Levels have keys of their own making, told apart from ids by what stands before them.
    for (const { key, name } of await listLevels(db))
      names.set(`level:${key}`, { kind: 'level', name: name ?? { fr: key } });
    return {
      filter,
      entries: entries.map((entry) => ({ ...entry, subject: names.get(entry.targetId ?? '') ?? null })),
      /** What the ids among the facts are called. */
      names: Object.fromEntries(names),
      ...turns(page),
    };
  },
});
