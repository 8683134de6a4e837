import { frenchTypography } from '@/domain/articles/typography';
import type { Tie } from '@/domain/tickets/ties';
import type { Tx } from '../../client';
import { incidents } from '../../incidents/schema';
import { themes } from '../../roadmap/schema';
import { addFacts } from '../../tickets/factory';
import { tickets } from '../../tickets/schema';
import { insertTie } from '../../tickets/ties';
import type { DemoCast, DemoPerson } from './cast';

const MINUTE_MS = 60_000;

/** What the demo's requests are tied to: incidents by their French titles, themes by their keys. */
const TIES: readonly { subject: string; by: DemoPerson; incident?: string; theme?: string }[] = [
  {
    subject: 'Notre import de ce matin est toujours en attente',
    by: 'theo',
    incident: 'Les imports et les messages prennent du retard',
    theme: 'members-import',
  },
  { subject: 'L’import de 1 200 adhérents s’arrête à la ligne 847', by: 'theo', theme: 'members-import' },
  {
    subject: 'Card payments show twice in the payout list',
    by: 'elodie',
    incident: 'Paiements par carte refusés à tort',
  },
  {
    subject: 'Paiement refusé pour une adhérente, puis débité',
    by: 'elodie',
    incident: 'Paiements par carte refusés à tort',
  },
  { subject: 'Le QR code du billet n’est pas lu sur un téléphone ancien', by: 'yanis', theme: 'events-checkin' },
  {
    subject: 'Bank transactions have stopped arriving',
    by: 'elodie',
    incident: 'Synchronisation bancaire interrompue',
  },
  { subject: 'Les messages aux adhérents arrivent dans les indésirables', by: 'theo', theme: 'messages-delivery' },
];

const found = <Row>(rows: readonly Row[], what: string, is: (row: Row) => boolean): Row => {
  const row = rows.find(is);
  if (!row) throw new Error(`the demo ties to what it does not have: ${what}`);
  return row;
};

/** Ties some of the demo's requests to its incidents and themes, a little after the last thing that happened to each. */
export const seedTies = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const [requests, outages, plans] = [
    await tx.select().from(tickets),
    await tx.select().from(incidents),
    await tx.select().from(themes),
  ];
  for (const { subject, by, incident, theme } of TIES) {
    const ticket = found(requests, subject, (row) => [subject, frenchTypography(subject)].includes(row.subject));
    const titled = incident ? found(outages, incident, ({ title }) => title.fr === frenchTypography(incident)) : null;
    const planned = theme ? found(plans, theme, ({ key }) => key === theme) : null;
    const ties: Tie[] = [
      ...(titled ? [{ to: 'incident' as const, id: titled.id }] : []),
      ...(planned ? [{ to: 'theme' as const, id: planned.id }] : []),
    ];
    const at = Math.min(ticket.lastActivityAt.getTime() + 10 * MINUTE_MS, now.getTime() - MINUTE_MS);
    const actorId = cast.people[by];
    for (const tie of ties) await insertTie(tx, ticket.id, tie, { by: actorId, now: new Date(at) });
    await addFacts(
      tx,
      ticket,
      ties.map((tie) => ({ at, actorId, kind: 'tied', data: tie })),
    );
  }
};
