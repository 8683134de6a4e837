import { hash } from '@node-rs/argon2';
import type { DemoEmail } from '@/domain/people/demo';
import type { Locale } from '@/domain/people/locale';
import type { Role } from '@/domain/people/roles';
import type { Tx } from '../../client';
import { makeCustomer } from '../../organisations/factory';
import { makeUser } from '../../people/factory';
import { makeTeam } from '../../teams/factory';

/** The people of the demo, the same in its content, requests, incidents and tests. */
const PEOPLE = {
  camille: { name: 'Camille Roux', email: 'camille@lesamisdujardin.example', role: 'customer' },
  noor: { name: 'Noor Benali', email: 'noor@lesamisdujardin.example', role: 'customer' },
  jonas: { name: 'Jonas Weber', email: 'jonas@avironduconfluent.example', role: 'customer', locale: 'en' },
  sylvie: { name: 'Sylvie Marchand', email: 'sylvie@avironduconfluent.example', role: 'customer' },
  theo: { name: 'Théo Lambert', email: 'theo@guichet.example', role: 'agent' },
  yanis: { name: 'Yanis Morel', email: 'yanis@guichet.example', role: 'agent' },
  elodie: { name: 'Élodie Vasseur', email: 'elodie@guichet.example', role: 'agent' },
  ines: { name: 'Inès Garnier', email: 'ines@guichet.example', role: 'editor' },
  admin: { name: 'Maud Kessler', email: 'admin@guichet.example', role: 'admin' },
} as const satisfies Record<string, { name: string; email: DemoEmail; role: Role; locale?: Locale }>;

export type DemoPerson = keyof typeof PEOPLE;

/** What `domain` and the README call the demo accounts' password; they exist only in a seeded demo. */
export const DEMO_PASSWORD = 'guichet-demo';

/** The desk's teams of the demo, and who answers for which. */
const TEAMS = {
  members: {
    name: { fr: 'Adhérents et campagnes', en: 'Members and campaigns' },
    level: 1,
    members: ['theo', 'yanis', 'elodie'],
  },
  accounting: {
    name: { fr: 'Comptabilité et paiements', en: 'Accounting and payments' },
    level: 1,
    roundRobin: true,
    members: ['elodie', 'yanis'],
  },
  website: { name: { fr: 'Site et événements', en: 'Website and events' }, level: 1, members: ['theo', 'yanis'] },
  engineering: { name: { fr: 'Expertise technique', en: 'Technical experts' }, level: 2, members: ['theo', 'admin'] },
} as const;

export type DemoTeam = keyof typeof TEAMS;

/** The people as rows: ids by name, and where the customers belong. */
export type DemoCast = {
  people: Record<DemoPerson, string>;
  teams: Record<DemoTeam, string>;
  staff: ReadonlySet<DemoPerson>;
  organisationOf: Partial<Record<DemoPerson, string>>;
};

/** Writes accounts and organisations of the demo. */
export const seedCast = async (tx: Tx): Promise<DemoCast> => {
  const passwordHash = await hash(DEMO_PASSWORD);
  const people = {} as Record<DemoPerson, string>;
  const names = Object.keys(PEOPLE) as DemoPerson[];
  for (const person of names) people[person] = (await makeUser(tx, { ...PEOPLE[person], passwordHash })).id;
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    productVersion: '2026.47',
    access: 'approval',
    domains: ['lesamisdujardin.example'],
    teams: ['Bureau', 'Adhésions'],
    members: [
      { userId: people.camille, manager: true, team: 'Bureau' },
      { userId: people.noor, team: 'Adhésions' },
    ],
  });
  const rowing = await makeCustomer(tx, {
    name: 'Aviron du Confluent',
    productVersion: '2026.45',
    visibility: 'members',
    access: 'open',
    domains: ['avironduconfluent.example'],
    teams: ['Compétition', 'École de rame'],
    members: [
      { userId: people.sylvie, manager: true },
      { userId: people.jonas, team: 'Compétition' },
    ],
  });
  const teams = {} as Record<DemoTeam, string>;
  for (const team of Object.keys(TEAMS) as DemoTeam[]) {
    teams[team] = await makeTeam(tx, { ...TEAMS[team], members: TEAMS[team].members.map((person) => people[person]) });
  }
  return {
    people,
    teams,
    staff: new Set(names.filter((name) => PEOPLE[name].role !== 'customer')),
    organisationOf: { camille: garden.id, noor: garden.id, jonas: rowing.id, sylvie: rowing.id },
  };
};
