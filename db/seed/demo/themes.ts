import type { LocalisedText } from '@/domain/people/localised';
import type { Horizon, ThemeState } from '@/domain/roadmap/themes';

type DemoTheme = {
  key: string;
  title: LocalisedText;
  area: LocalisedText;
  why: LocalisedText;
  what: LocalisedText;
  state: ThemeState;
  horizon: Horizon;
  quarter: string | null;
  postponedReason?: LocalisedText;
  createdDaysAgo: number;
  steps: readonly { title: LocalisedText; doneDaysAgo?: number }[];
};

/** The demo's roadmap. Demo content, not part of the product. */
export const DEMO_THEMES: readonly DemoTheme[] = [
  {
    key: 'members-import',
    title: { fr: 'Des imports plus sûrs', en: 'Safer imports' },
    area: { fr: 'Adhérents', en: 'Members' },
    why: {
      fr: 'Un import sur quatre s’arrête ou crée des doublons. Chaque rentrée, des bénévoles y passent des soirées entières.',
      en: 'One import in four stops or creates duplicates. Every season, volunteers spend whole evenings on it.',
    },
    what: {
      fr: 'Un aperçu ligne par ligne avant d’écrire quoi que ce soit, des erreurs expliquées en français, et la possibilité d’annuler un import en entier.\n\nLes doublons seront proposés à la fusion pendant l’import, et non après.',
      en: 'A row-by-row preview before anything is written, errors explained in plain words, and a way to undo a whole import.\n\nDuplicates will be offered for merging during the import, not after it.',
    },
    state: 'in_progress',
    horizon: 'now',
    quarter: '2026-Q4',
    createdDaysAgo: 140,
    steps: [
      { title: { fr: 'Aperçu avant import', en: 'Preview before importing' }, doneDaysAgo: 82 },
      { title: { fr: 'Rang dans la file d’attente', en: 'Place in the queue' }, doneDaysAgo: 68 },
      { title: { fr: 'Erreurs expliquées', en: 'Errors explained' }, doneDaysAgo: 33 },
      { title: { fr: 'Annulation complète d’un import', en: 'Undoing a whole import' } },
      { title: { fr: 'Doublons proposés pendant l’import', en: 'Duplicates offered during the import' } },
    ],
  },
  {
    key: 'accounting-closing',
    title: { fr: 'Une clôture guidée', en: 'Guided closing' },
    area: { fr: 'Comptabilité', en: 'Accounting' },
    why: {
      fr: 'La clôture de l’exercice inquiète les trésoriers bénévoles : peu savent quoi vérifier, et dans quel ordre.',
      en: 'Closing the year worries volunteer treasurers: few know what to check, and in which order.',
    },
    what: {
      fr: 'Une liste de contrôles qui s’appuie sur vos écritures, des explications à chaque étape et un dossier prêt pour l’assemblée générale.',
      en: 'A list of checks based on your entries, explanations at each step, and a file ready for the annual meeting.',
    },
    state: 'in_progress',
    horizon: 'now',
    quarter: '2027-Q1',
    createdDaysAgo: 120,
    steps: [
      { title: { fr: 'Contrôles avant clôture', en: 'Checks before closing' }, doneDaysAgo: 19 },
      { title: { fr: 'Affectation du résultat', en: 'Allocation of the result' }, doneDaysAgo: 8 },
      { title: { fr: 'Dossier pour l’assemblée générale', en: 'File for the annual meeting' } },
      { title: { fr: 'Réouverture encadrée', en: 'Supervised reopening' } },
    ],
  },
  {
    key: 'events-checkin',
    title: { fr: 'Billetterie et contrôle des entrées', en: 'Ticketing and check-in' },
    area: { fr: 'Événements', en: 'Events' },
    why: {
      fr: 'Les entrées se font souvent là où le réseau ne passe pas, avec plusieurs portes et des bénévoles qui changent.',
      en: 'People often come in where there is no network, through several doors and with volunteers who change.',
    },
    what: {
      fr: 'Le contrôle hors connexion, à plusieurs portes, avec une liste d’attente qui se vide d’elle-même.',
      en: 'Offline check-in, at several doors, with a waiting list that empties by itself.',
    },
    state: 'in_progress',
    horizon: 'next',
    quarter: '2027-Q1',
    createdDaysAgo: 110,
    steps: [
      { title: { fr: 'Contrôle à plusieurs portes', en: 'Check-in at several doors' }, doneDaysAgo: 54 },
      { title: { fr: 'Contrôle hors connexion', en: 'Offline check-in' }, doneDaysAgo: 40 },
      { title: { fr: 'Liste d’attente automatique', en: 'Automatic waiting list' } },
    ],
  },
  {
    key: 'website-speed',
    title: { fr: 'Des sites plus rapides', en: 'Faster websites' },
    area: { fr: 'Site internet', en: 'Website' },
    why: {
      fr: 'La moitié des visiteurs viennent avec un téléphone. Une page qui tarde, c’est une adhésion de moins.',
      en: 'Half of the visitors come with a phone. A page that is slow is a membership lost.',
    },
    what: {
      fr: 'Des images allégées d’office, des pages servies au plus près, et un rapport qui dit ce qui ralentit votre site.',
      en: 'Images made lighter automatically, pages served from nearby, and a report that says what slows your site down.',
    },
    state: 'planned',
    horizon: 'next',
    quarter: null,
    createdDaysAgo: 90,
    steps: [
      { title: { fr: 'Images allégées', en: 'Lighter images' }, doneDaysAgo: 96 },
      { title: { fr: 'Rapport de vitesse', en: 'Speed report' } },
      { title: { fr: 'Pages servies au plus près', en: 'Pages served from nearby' } },
    ],
  },
  {
    key: 'messages-delivery',
    title: { fr: 'Des messages qui arrivent', en: 'Messages that arrive' },
    area: { fr: 'Messages', en: 'Messages' },
    why: {
      fr: 'Un message classé en indésirable, c’est une assemblée générale sans quorum.',
      en: 'A message filed as spam is an annual meeting without a quorum.',
    },
    what: {
      fr: 'La vérification de votre adresse d’expédition, le suivi de chaque envoi, et des conseils avant d’envoyer.',
      en: 'Verification of your sending address, tracking of each message, and advice before you send.',
    },
    state: 'exploring',
    horizon: 'later',
    quarter: null,
    createdDaysAgo: 115,
    steps: [
      { title: { fr: 'Suivi de livraison', en: 'Delivery status' }, doneDaysAgo: 112 },
      {
        title: { fr: 'Vérification de l’adresse d’expédition', en: 'Verification of the sending address' },
        doneDaysAgo: 5,
      },
      { title: { fr: 'Conseils avant envoi', en: 'Advice before sending' } },
    ],
  },
  {
    key: 'sepa-debits',
    title: { fr: 'Prélèvements SEPA', en: 'SEPA direct debits' },
    area: { fr: 'Cotisations', en: 'Dues' },
    why: {
      fr: 'Encaisser les cotisations en plusieurs fois demandait un tableur et beaucoup de relances.',
      en: 'Collecting dues in several instalments took a spreadsheet and many reminders.',
    },
    what: {
      fr: 'Mandats signés en ligne, échéanciers et relances automatiques.',
      en: 'Mandates signed online, schedules and automatic reminders.',
    },
    state: 'delivered',
    horizon: 'now',
    quarter: '2026-Q2',
    createdDaysAgo: 300,
    steps: [
      { title: { fr: 'Mandats en ligne', en: 'Online mandates' }, doneDaysAgo: 210 },
      { title: { fr: 'Échéanciers', en: 'Schedules' }, doneDaysAgo: 170 },
      { title: { fr: 'Relances automatiques', en: 'Automatic reminders' }, doneDaysAgo: 150 },
    ],
  },
  {
    key: 'native-apps',
    title: { fr: 'Applications à installer', en: 'Apps to install' },
    area: { fr: 'Toute l’application', en: 'The whole application' },
    why: {
      fr: 'Certains bénévoles préfèrent une icône sur leur téléphone à une adresse à retenir.',
      en: 'Some volunteers prefer an icon on their phone to an address to remember.',
    },
    what: {
      fr: 'Une application pour iPhone et une pour Android, avec les mêmes droits que sur le site.',
      en: 'An app for iPhone and one for Android, with the same rights as on the website.',
    },
    state: 'postponed',
    horizon: 'later',
    quarter: null,
    postponedReason: {
      fr: 'Le site s’utilise désormais hors connexion et s’ajoute à l’écran d’accueil : l’essentiel du besoin est couvert. Nous y reviendrons en 2028.',
      en: 'The website now works offline and can be added to the home screen: most of the need is covered. We will come back to it in 2028.',
    },
    createdDaysAgo: 260,
    steps: [],
  },
];
