import { sql } from 'drizzle-orm';
import type { Database } from '../client';

/** The incident and the theme that benchmarks narrow the desk's list to. */
export const MEASURED = { incident: '00000000-0000-4000-8000-00000000000a', theme: 'measured' } as const;

/**
 * Ties one request in four hundred of a filled desk to one incident, and as many to one theme: of 250,000 requests 625 each, as if a
 * third of 2,000 organisations had written about one outage. Done already, it does nothing.
 */
export const tieLargeDesk = async (db: Database): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into incidents (id, title, status, impact, started_at, resolved_at)
      values (${MEASURED.incident}, '{"fr": "Imports en retard"}', 'resolved', 'minor', now() - interval '2 days', now())
      on conflict do nothing`);
    await tx.execute(sql`
      insert into themes (key, title, why, what, area, state, horizon, position)
      values (${MEASURED.theme}, '{"fr": "Imports"}', '{"fr": "Pourquoi"}', '{"fr": "Quoi"}', '{"fr": "Adhérents"}', 'planned', 'next', 1)
      on conflict do nothing`);
    await tx.execute(sql`
      insert into ticket_incidents (ticket_id, incident_id)
      select id, ${MEASURED.incident} from tickets where number % 400 = 0 on conflict do nothing`);
    await tx.execute(sql`
      insert into ticket_themes (ticket_id, theme_id)
      select t.id, m.id from tickets t, themes m where t.number % 400 = 50 and m.key = ${MEASURED.theme} on conflict do nothing`);
  });
  await db.execute(sql`analyze incidents, themes, ticket_incidents, ticket_themes`);
};
