import type { LocalisedText } from '@/domain/people/localised';
import { Temporal } from '@/domain/time/temporal';
import type { Tx } from '../../client';
import { changeComponents, insertIncident, insertUpdate, recomputeIncident } from '../../incidents/queries';
import { componentGroups, components } from '../../incidents/schema';
import type { DemoCast } from './cast';
import { DEMO_INCIDENTS } from './outages';
import type { DemoIncident } from './story';
import { typeset } from './typeset';

const GROUPS: readonly {
  name: LocalisedText;
  components: readonly { key: string; name: LocalisedText; description?: LocalisedText }[];
}[] = [
  {
    name: { fr: 'Espace de gestion', en: 'Management space' },
    components: [
      { key: 'app', name: { fr: 'Connexion et tableau de bord', en: 'Sign-in and dashboard' } },
      {
        key: 'imports',
        name: { fr: 'Imports et exports', en: 'Imports and exports' },
        description: { fr: 'Fichiers CSV et Excel, file d’attente', en: 'CSV and Excel files, queue' },
      },
      { key: 'accounting', name: { fr: 'Comptabilité', en: 'Accounting' } },
    ],
  },
  {
    name: { fr: 'Ce que voit le public', en: 'What the public sees' },
    components: [
      { key: 'sites', name: { fr: 'Sites internet des associations', en: 'Associations’ websites' } },
      { key: 'tickets', name: { fr: 'Billetterie et formulaires', en: 'Ticketing and forms' } },
      {
        key: 'payments',
        name: { fr: 'Paiement en ligne', en: 'Online payment' },
        description: { fr: 'Carte bancaire et prélèvement SEPA', en: 'Card and SEPA direct debit' },
      },
    ],
  },
  {
    name: { fr: 'Échanges', en: 'Exchanges' },
    components: [
      { key: 'mail', name: { fr: 'Envoi des messages', en: 'Sending of messages' } },
      { key: 'bank', name: { fr: 'Connexion bancaire', en: 'Bank connection' } },
      { key: 'api', name: { fr: 'API', en: 'API' } },
    ],
  },
];

const seedComponents = async (tx: Tx, since: Date): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  for (const [position, group] of GROUPS.entries()) {
    const [row] = await tx
      .insert(componentGroups)
      .values({ name: group.name, position, createdAt: since })
      .returning({ id: componentGroups.id });
    if (!row) throw new Error('an insert answered no row');
    for (const [index, { key, name, description }] of group.components.entries()) {
      const [component] = await tx
        .insert(components)
        .values({
          groupId: row.id,
          name,
          description: description ?? null,
          position: position * 10 + index,
          createdAt: since,
          updatedAt: since,
        })
        .returning({ id: components.id });
      if (component) ids.set(key, component.id);
    }
  }
  return ids;
};

const startOf = ({ daysAgo, hour }: DemoIncident, now: Date): number => {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('Europe/Paris')
    .subtract({ days: daysAgo })
    .with({ hour, minute: (daysAgo * 13) % 60, second: 0, millisecond: 0 });
  return Math.min(at.epochMilliseconds, now.getTime() - 2 * 3_600_000);
};

const seedIncident = async (
  tx: Tx,
  cast: DemoCast,
  ids: ReadonlyMap<string, string>,
  told: DemoIncident,
  now: Date,
) => {
  let clock = startOf(told, now);
  const started = new Date(clock);
  const incident = await insertIncident(tx, {
    title: typeset(told.title),
    status: 'investigating',
    impact: told.impact,
    startedAt: started,
    createdBy: cast.people.ines,
    createdAt: started,
  });
  for (const [minutes, status, body, changes = {}] of told.steps) {
    clock = Math.min(clock + minutes * 60_000, now.getTime() - 60_000);
    const at = new Date(clock);
    const updateId = await insertUpdate(tx, {
      incidentId: incident.id,
      status,
      impact: told.impact,
      body: typeset(body),
      authorId: cast.people.ines,
      createdAt: at,
      displayAt: at,
    });
    if (!updateId) throw new Error('an update without a key cannot be a repetition');
    const named = Object.entries(changes).flatMap(([key, state]) => {
      const componentId = ids.get(key);
      return componentId ? [{ componentId, status: state }] : [];
    });
    await changeComponents(tx, updateId, named, at);
  }
  await recomputeIncident(tx, incident.id, new Date(clock));
};

/** Writes the demo's components and incidents, oldest first. */
export const seedIncidents = async (tx: Tx, cast: DemoCast, now: Date): Promise<void> => {
  const ids = await seedComponents(tx, new Date(now.getTime() - 200 * 86_400_000));
  const oldestFirst = [...DEMO_INCIDENTS].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const told of oldestFirst) await seedIncident(tx, cast, ids, told, now);
};
