import type { RejectionReason, ReportReason } from '@/domain/comments/status';
import type { Locale } from '@/domain/people/locale';
import type { DemoPerson } from './cast';

/** A comment of the demo as a writer tells it, with what became of it and its answers. */
export type DemoComment = {
  article: string;
  locale: Locale;
  daysAgo: number;
  by: DemoPerson;
  text: string;
  became?: 'approved' | 'spam' | { rejected: RejectionReason; words?: string };
  reported?: { by: DemoPerson; reason: ReportReason; words?: string };
  answers?: readonly Omit<DemoComment, 'article' | 'locale' | 'answers'>[];
};

export const DEMO_COMMENTS: readonly DemoComment[] = [
  {
    article: 'members-import-file',
    locale: 'fr',
    daysAgo: 41,
    by: 'camille',
    text: 'Une astuce : triez la colonne des adresses avant l’import, les doublons sautent aux yeux.\n\nNous avons gagné une heure sur 412 adhérents.',
    became: 'approved',
    answers: [
      {
        daysAgo: 40,
        by: 'elodie',
        text: 'Merci Camille, bonne idée ! L’aperçu avant import montre aussi les lignes qui se ressemblent.',
        became: 'approved',
      },
      { daysAgo: 38, by: 'jonas', text: 'Testé chez nous, cela marche très bien.', became: 'approved' },
    ],
  },
  {
    article: 'members-import-file',
    locale: 'fr',
    daysAgo: 12,
    by: 'sylvie',
    text: 'Est-ce que les adhérents déjà présents sont écrasés, ou complétés ?',
    became: 'approved',
    answers: [
      {
        daysAgo: 11,
        by: 'ines',
        text: 'Ils sont complétés : une cellule vide n’efface jamais ce qui existe. Nous l’avons ajouté à l’article.',
        became: 'approved',
      },
    ],
  },
  {
    article: 'accounting-bank',
    locale: 'fr',
    daysAgo: 19,
    by: 'jonas',
    text: 'Pour un virement qui regroupe plusieurs cotisations, pensez au bouton « Répartir » : il n’est visible qu’après avoir choisi l’écriture.',
    became: 'approved',
    reported: { by: 'noor', reason: 'wrong', words: 'Le bouton s’appelle « Ventiler » depuis octobre.' },
  },
  {
    article: 'accounting-receipts',
    locale: 'fr',
    daysAgo: 33,
    by: 'noor',
    text: 'Les reçus arrivent-ils aussi aux donateurs sans adresse e-mail ?',
    became: 'approved',
    answers: [
      {
        daysAgo: 32,
        by: 'yanis',
        text: 'Ceux-là sont réunis dans un seul fichier à imprimer, au bas de la page des reçus.',
        became: 'approved',
      },
    ],
  },
  {
    article: 'accounting-receipts',
    locale: 'fr',
    daysAgo: 9,
    by: 'sylvie',
    text: 'Mon reçu porte un mauvais montant, pouvez-vous le corriger ? Mon numéro d’adhérent est le 2207.',
    became: {
      rejected: 'request',
      words: 'Votre numéro d’adhérent deviendrait public. Nous vous répondrons sur une demande.',
    },
  },
  {
    article: 'members-duplicates',
    locale: 'fr',
    daysAgo: 2,
    by: 'camille',
    text: 'Peut-on annuler une fusion faite par erreur ? Je n’ai rien trouvé dans l’article.',
  },
  {
    article: 'members-dues',
    locale: 'fr',
    daysAgo: 1,
    by: 'noor',
    text: 'Nous proposons un tarif réduit aux étudiants : une catégorie à part suffit, inutile de faire deux campagnes.',
  },
  {
    article: 'website-domain',
    locale: 'fr',
    daysAgo: 1,
    by: 'jonas',
    text: 'Chez notre hébergeur, le changement n’a été visible qu’après quatre heures. Patience donc !',
  },
  {
    article: 'members-import-file',
    locale: 'en',
    daysAgo: 25,
    by: 'noor',
    text: 'Does the import understand dates written the British way, such as 31/01/2026?',
    became: 'approved',
    answers: [
      {
        daysAgo: 24,
        by: 'theo',
        text: 'Yes: day first whenever your space is set to English (UK). The preview shows how each date was read.',
        became: 'approved',
      },
    ],
  },
  {
    article: 'accounting-bank',
    locale: 'en',
    daysAgo: 1,
    by: 'jonas',
    text: 'A worked example with a grouped payment would help a lot here.',
  },
];
