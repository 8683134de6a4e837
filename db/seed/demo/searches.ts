import { randomUUID } from 'node:crypto';
import type { Locale } from '@/domain/people/locale';
import type { SearchKind } from '@/domain/search/answer';
import { FOLLOW_UP_DAYS, isAnswer, normaliseQuery, SEARCH_SURFACES } from '@/domain/search/log';
import type { Tx } from '../../client';
import { makeQueries, makeReadings } from '../../search/log-factory';
import type { answerReadings, searchQueries } from '../../search/log-schema';

type Hit = { kind: SearchKind; href: string; rank: number };
/** What people look for: how often in ninety days, how many results, how many in ten open one, how many in ten then ask. */
type DemoSearch = {
  words: string;
  locale: Locale;
  times: number;
  results: number;
  opens: number;
  asks: number;
  hit?: Hit;
};

const DAYS = 90;
const DAY_MS = 86_400_000;

const article = (href: string, rank = 1): Hit => ({ kind: 'article', href, rank });
const found = (words: string, times: number, results: number, opens: number, asks: number, hit: Hit): DemoSearch => ({
  words,
  locale: hit.href.startsWith('/en/') ? 'en' : 'fr',
  times,
  results,
  opens,
  asks,
  hit,
});
const missed = (words: string, times: number, results = 0, locale: Locale = 'fr'): DemoSearch => ({
  words,
  locale,
  times,
  results,
  opens: 0,
  asks: 0,
});

const DEMO_SEARCHES: readonly DemoSearch[] = [
  found('importer adhérents', 46, 15, 8, 1, article('/fr/help/adherents/importer-vos-adherents')),
  found('reçus fiscaux', 38, 9, 7, 2, article('/fr/help/comptabilite/editer-les-recus-fiscaux')),
  found('mot de passe', 31, 6, 6, 1, article('/fr/help/premiers-pas/proteger-votre-compte', 2)),
  found('erreur import', 27, 11, 7, 4, article('/fr/help/adherents/corriger-les-erreurs-d-import')),
  found('cotisation', 24, 12, 6, 2, article('/fr/help/adherents/creer-une-campagne-de-cotisations')),
  found('doublons', 19, 5, 8, 1, article('/fr/help/adherents/fusionner-les-doublons')),
  found('vendre des billets', 16, 7, 7, 2, article('/fr/help/evenements/vendre-des-billets')),
  found('rapprochement bancaire', 14, 6, 6, 3, article('/fr/help/comptabilite/rapprocher-la-banque')),
  found('nom de domaine', 12, 4, 7, 3, article('/fr/help/site-internet/relier-un-nom-de-domaine')),
  found('inviter un bénévole', 11, 5, 5, 2, article('/fr/help/premiers-pas/inviter-votre-equipe', 3)),
  found('clôture exercice', 9, 4, 6, 2, article('/fr/help/comptabilite/cloturer-l-exercice')),
  found('import members', 12, 13, 7, 1, article('/en/help/members/import-your-members')),
  found('donation receipt', 9, 7, 6, 2, article('/en/help/accounting/issue-donation-receipts')),
  missed('trombinoscope', 13),
  missed('subvention', 9),
  missed('carte de membre', 8),
  missed('TVA', 6),
  missed('procuration assemblée générale', 5),
  missed('gift aid', 4, 0, 'en'),
  missed('facture', 11, 8),
  missed('annuler prélèvement', 7, 5),
  missed('export comptable FEC', 5, 3),
];

/** Numbers that look like chance and are the same at each start. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

const readingOf = (
  row: typeof searchQueries.$inferInsert,
  hit: Hit,
  asks: boolean,
  now: Date,
): typeof answerReadings.$inferInsert => {
  const settled = row.at.getTime() < now.getTime() - FOLLOW_UP_DAYS * DAY_MS;
  return {
    at: row.at,
    visit: randomUUID(),
    device: settled || asks ? null : randomUUID(),
    locale: row.locale,
    surface: row.surface,
    kind: hit.kind,
    href: hit.href,
    outcome: asks ? 'asked' : settled ? 'answered' : 'open',
  };
};

/** Writes three months of searches, and what came of the answers that were read. */
export const seedSearches = async (tx: Tx, now: Date): Promise<void> => {
  const throwDice = dice(20_261_122);
  const queries: (typeof searchQueries.$inferInsert)[] = [];
  const readings: (typeof answerReadings.$inferInsert)[] = [];
  for (const { words, locale, times, results, opens, asks, hit } of DEMO_SEARCHES) {
    const normalised = normaliseQuery(words);
    if (!normalised) throw new RangeError(`the demo searches for nothing: ${words}`);
    for (let time = 0; time < times; time += 1) {
      const at = new Date(now.getTime() - Math.round(((throwDice(DAYS * 100) + 1) / 100) * DAY_MS));
      const opened = hit && throwDice(10) < opens ? hit : undefined;
      const surface = SEARCH_SURFACES[throwDice(SEARCH_SURFACES.length)] ?? 'page';
      const row = { at, locale, surface, results, ...normalised };
      queries.push({ ...row, clickedHref: opened?.href ?? null, clickedRank: opened?.rank ?? null });
      if (opened && isAnswer(opened.kind)) readings.push(readingOf(row, opened, throwDice(10) < asks, now));
    }
  }
  await makeQueries(tx, queries);
  await makeReadings(tx, readings);
};
