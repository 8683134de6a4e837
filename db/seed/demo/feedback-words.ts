import type { FeedbackReason, Verdict } from '@/domain/articles/feedback';
import type { Locale } from '@/domain/people/locale';

/** How readers like an article of the demo: votes a week, and of ten readers how many say yes and partly. */
export type DemoLiking = {
  article: string;
  locale: Locale;
  weekly: number;
  yes: number;
  partly: number;
  /** From this many weeks ago on, after which things went another way. */
  turned?: { weeksAgo: number; yes: number; partly: number };
};

/** Some articles are loved, one lost its readers with a change of the product, one was mended. */
export const DEMO_LIKINGS: readonly DemoLiking[] = [
  { article: 'members-import-file', locale: 'fr', weekly: 9, yes: 8, partly: 1 },
  {
    article: 'members-import-errors',
    locale: 'fr',
    weekly: 7,
    yes: 7,
    partly: 2,
    turned: { weeksAgo: 3, yes: 3, partly: 2 },
  },
  { article: 'members-dues', locale: 'fr', weekly: 4, yes: 8, partly: 1 },
  { article: 'members-duplicates', locale: 'fr', weekly: 3, yes: 6, partly: 2 },
  { article: 'members-messages', locale: 'fr', weekly: 2, yes: 7, partly: 2 },
  { article: 'accounting-bank', locale: 'fr', weekly: 6, yes: 4, partly: 3 },
  { article: 'accounting-receipts', locale: 'fr', weekly: 5, yes: 9, partly: 1 },
  {
    article: 'accounting-closing',
    locale: 'fr',
    weekly: 3,
    yes: 3,
    partly: 3,
    turned: { weeksAgo: 4, yes: 8, partly: 1 },
  },
  { article: 'accounting-payouts', locale: 'fr', weekly: 1, yes: 7, partly: 1 },
  { article: 'events-tickets', locale: 'fr', weekly: 4, yes: 8, partly: 2 },
  { article: 'events-checkin', locale: 'fr', weekly: 2, yes: 9, partly: 0 },
  { article: 'start-roles', locale: 'fr', weekly: 2, yes: 6, partly: 3 },
  { article: 'start-migrate', locale: 'fr', weekly: 1, yes: 5, partly: 3 },
  { article: 'website-domain', locale: 'fr', weekly: 3, yes: 5, partly: 2 },
  { article: 'members-import-file', locale: 'en', weekly: 2, yes: 8, partly: 1 },
  { article: 'accounting-bank', locale: 'en', weekly: 1, yes: 5, partly: 3 },
  { article: 'website-domain', locale: 'en', weekly: 1, yes: 4, partly: 3 },
];

/** What some of them wrote. */
export type DemoReason = {
  article: string;
  locale: Locale;
  daysAgo: number;
  verdict: Verdict;
  reason?: FeedbackReason;
  words?: string;
  /** Days ago at which an editor dealt with it. */
  handledDaysAgo?: number;
};

export const DEMO_REASONS: readonly DemoReason[] = [
  {
    article: 'members-import-errors',
    locale: 'fr',
    daysAgo: 2,
    verdict: 'no',
    reason: 'outdated',
    words: 'Le bouton « Télécharger les lignes en erreur » n’est plus à cet endroit depuis la mise à jour.',
  },
  {
    article: 'members-import-errors',
    locale: 'fr',
    daysAgo: 5,
    verdict: 'no',
    reason: 'missing',
    words: 'Rien sur l’erreur « code postal inconnu », alors que c’est la seule que nous avons.',
  },
  { article: 'members-import-errors', locale: 'fr', daysAgo: 9, verdict: 'partly', reason: 'outdated' },
  {
    article: 'members-import-errors',
    locale: 'fr',
    daysAgo: 16,
    verdict: 'no',
    reason: 'outdated',
    words: 'Les captures ne ressemblent plus à mon écran.',
    handledDaysAgo: 11,
  },
  {
    article: 'accounting-bank',
    locale: 'fr',
    daysAgo: 4,
    verdict: 'partly',
    reason: 'unclear',
    words: 'Je n’ai pas compris ce qu’il faut faire quand un virement regroupe plusieurs cotisations.',
  },
  {
    article: 'accounting-bank',
    locale: 'fr',
    daysAgo: 12,
    verdict: 'no',
    reason: 'missing',
    words: 'Et quand la banque change de format de relevé ? Le nôtre n’est plus reconnu.',
  },
  {
    article: 'accounting-bank',
    locale: 'fr',
    daysAgo: 20,
    verdict: 'partly',
    reason: 'unclear',
    words: 'Un exemple complet, du relevé jusqu’à l’écriture, aiderait beaucoup.',
    handledDaysAgo: 15,
  },
  { article: 'accounting-bank', locale: 'fr', daysAgo: 27, verdict: 'no', reason: 'another' },
  {
    article: 'accounting-closing',
    locale: 'fr',
    daysAgo: 38,
    verdict: 'no',
    reason: 'unclear',
    words: 'Faut-il éditer les reçus avant ou après la clôture ? L’article dit les deux.',
    handledDaysAgo: 30,
  },
  {
    article: 'members-duplicates',
    locale: 'fr',
    daysAgo: 7,
    verdict: 'no',
    reason: 'missing',
    words: 'Peut-on annuler une fusion faite par erreur ?',
  },
  {
    article: 'start-roles',
    locale: 'fr',
    daysAgo: 10,
    verdict: 'partly',
    reason: 'missing',
    words: 'Il manque ce que peut faire un trésorier adjoint.',
  },
  {
    article: 'website-domain',
    locale: 'fr',
    daysAgo: 6,
    verdict: 'no',
    reason: 'unclear',
    words: 'Trop technique pour moi : que veut dire « enregistrement CNAME » ?',
  },
  {
    article: 'members-import-file',
    locale: 'fr',
    daysAgo: 3,
    verdict: 'yes',
    words: 'Très clair, l’import de nos 412 adhérents a pris dix minutes.',
  },
  {
    article: 'website-domain',
    locale: 'en',
    daysAgo: 8,
    verdict: 'no',
    reason: 'missing',
    words: 'Our registrar is not in the list. Which records do we need?',
  },
  {
    article: 'accounting-bank',
    locale: 'en',
    daysAgo: 13,
    verdict: 'partly',
    reason: 'unclear',
    words: 'The step about grouped payments is hard to follow.',
  },
];
