import type { DemoConversation } from './story';

/** The demo's requests, in the words of its people. Demo content, not part of the product. */
export const DEMO_CONVERSATIONS: readonly DemoConversation[] = [
  {
    daysAgo: 2,
    hour: 9,
    by: 'camille',
    type: 'problem',
    subject: 'L’import de 1 200 adhérents s’arrête à la ligne 847',
    pageUrl: 'https://app.ribambelle.example/adherents/import',
    body: 'Bonjour,\n\nJ’importe notre fichier de rentrée (CSV, 1 200 lignes). L’import s’arrête à la ligne 847 avec le message « Date de naissance illisible », alors que la case est vide.\n\nJ’ai essayé de retirer la ligne : il s’arrête sur la suivante dont la date est vide.',
    steps: [
      [1, 'theo', 'takes'],
      [0.2, 'theo', 'moves', 'in_review'],
      [
        0.5,
        'theo',
        'notes',
        'Reproduit avec un fichier de 5 lignes : une date vide suivie d’une espace est refusée. Régression de la 2026.46.',
      ],
      [
        0.3,
        'theo',
        'says',
        'Bonjour Camille,\n\nMerci pour le fichier. Le problème vient des cases qui contiennent une espace au lieu d’être vides : la version 2026.46 les refuse à tort.\n\nEn attendant la correction, un rechercher-remplacer des espaces seules dans la colonne « Date de naissance » permet d’importer le fichier en entier.',
      ],
      [0.1, 'theo', 'moves', 'in_development'],
    ],
  },
  {
    daysAgo: 5,
    hour: 14,
    by: 'noor',
    type: 'question',
    subject: 'Peut-on modifier le tarif d’une campagne déjà ouverte ?',
    body: 'Bonjour,\n\nNous avons ouvert la campagne 2027 avec un tarif familial à 45 €. Le bureau l’a fixé à 40 €. Puis-je le corriger sans tout recommencer ?',
    steps: [
      [2, 'yanis', 'takes'],
      [
        0.5,
        'yanis',
        'says',
        'Bonjour Noor,\n\nOui : ouvrez la campagne, puis Tarifs, et modifiez le montant. Les personnes qui ont déjà réglé gardent leur reçu à 45 € ; vous pourrez leur rembourser la différence depuis leur fiche.',
      ],
      [0.1, 'yanis', 'moves', 'waiting_customer'],
      [20, 'noor', 'says', 'Parfait, c’est fait. Merci !'],
      [0, 'noor', 'moves', 'in_review'],
      [0.2, 'noor', 'moves', 'resolved'],
    ],
  },
  {
    daysAgo: 1,
    hour: 16,
    by: 'sylvie',
    type: 'assistance',
    subject: 'Préparer la billetterie de la régate de printemps',
    body: 'Bonjour,\n\nNous organisons une régate le 15 mai avec trois tarifs et 180 places. Comment réserver 20 places aux bénévoles sans les mettre en vente ?',
    steps: [],
  },
];
