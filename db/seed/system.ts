import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { calendars, criticalityLevels, policies, policyTargets } from '../sla/schema';
import { requestTypes } from '../tickets/schema';
import { SHIPPED_CALENDAR, SHIPPED_LEVELS, SHIPPED_POLICY } from './levels';
import { seedSynonyms } from './synonyms';

/** The request types Guichet is shipped with (product description, part G). */
const SHIPPED_REQUEST_TYPES: (typeof requestTypes.$inferInsert)[] = [
  {
    key: 'assistance',
    portal: 'support',
    asksCriticality: true,
    name: { fr: 'Assistance sur une fonctionnalité', en: 'Help with a feature' },
    guidance: {
      fr: 'Dites ce que vous voulez obtenir, ce que vous avez essayé et l’endroit où vous êtes bloqué.',
      en: 'Say what you want to achieve, what you tried and where you are stuck.',
    },
    position: 10,
  },
  {
    key: 'problem',
    portal: 'support',
    asksCriticality: true,
    needsReproduction: true,
    name: { fr: 'Signaler un problème', en: 'Report a problem' },
    guidance: {
      fr: 'Décrivez les étapes qui mènent au problème, ce qui se passe et ce que vous attendiez. Recopiez le message d’erreur en entier.',
      en: 'Describe the steps that lead to the problem, what happens and what you expected. Copy the error message in full.',
    },
    position: 20,
  },
  {
    key: 'question',
    portal: 'support',
    name: { fr: 'Poser une question', en: 'Ask a question' },
    guidance: {
      fr: 'Une question par demande : la réponse viendra plus vite.',
      en: 'One question per request: the answer will come sooner.',
    },
    position: 30,
  },
  {
    key: 'deployment-patch',
    portal: 'support',
    name: { fr: 'Déploiement d’un correctif', en: 'Deployment of a fix after a patch' },
    guidance: {
      fr: 'Indiquez le numéro de la demande d’origine et les espaces concernés.',
      en: 'Give the number of the original request and the spaces concerned.',
    },
    position: 40,
  },
  {
    key: 'deployment-migration',
    portal: 'support',
    name: { fr: 'Déploiement d’un correctif après une migration', en: 'Deployment of a fix after a migration' },
    guidance: {
      fr: 'Indiquez la date de la migration, ce qui a changé depuis et un exemple précis.',
      en: 'Give the date of the migration, what has changed since and one precise example.',
    },
    position: 50,
  },
  {
    key: 'consulting',
    portal: 'conseil',
    name: { fr: 'Conseil et accompagnement', en: 'Consulting' },
    guidance: {
      fr: 'Décrivez votre projet, vos échéances et les personnes qui y prendront part.',
      en: 'Describe your project, your dates and the people who will take part.',
    },
    position: 60,
  },
  {
    key: 'suggestion',
    portal: 'support',
    name: { fr: 'Suggérer une amélioration', en: 'Suggest an improvement' },
    guidance: {
      fr: 'Dites le besoin avant la solution : dans quelle situation, à quelle fréquence, pour quoi faire.',
      en: 'Tell the need before the solution: in which situation, how often, what for.',
    },
    position: 70,
  },
];

/** Levels, calendar and policy, into an installation that has none; what was there before is then reckoned by them. */
const seedDeadlines = async (db: PostgresJsDatabase): Promise<void> => {
  const known = await db.select({ key: criticalityLevels.key }).from(criticalityLevels).limit(1);
  if (known.length > 0) return;
  await db.insert(calendars).values(SHIPPED_CALENDAR).onConflictDoNothing();
  await db.insert(policies).values(SHIPPED_POLICY).onConflictDoNothing();
  await db.insert(criticalityLevels).values(SHIPPED_LEVELS.map(({ targets: _, ...level }) => level));
  await db
    .insert(policyTargets)
    .values(SHIPPED_LEVELS.map(({ key, targets }) => ({ policyKey: SHIPPED_POLICY.key, levelKey: key, targets })));
};

/** Writes the rows that every installation has, without touching what an admin changed since. */
export const seedSystem = async (db: PostgresJsDatabase): Promise<void> => {
  await db.insert(requestTypes).values(SHIPPED_REQUEST_TYPES).onConflictDoNothing();
  await seedSynonyms(db);
  await seedDeadlines(db);
};
