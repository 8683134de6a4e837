import type { DemoIncident } from './story';

/** The demo's incidents, in the words of its product team. Demo content, not part of the product. */
export const DEMO_INCIDENTS: readonly DemoIncident[] = [
  {
    daysAgo: 0,
    hour: 8,
    title: { fr: 'Les imports et les messages prennent du retard', en: 'Imports and messages are running late' },
    impact: 'minor',
    steps: [
      [
        0,
        'identified',
        {
          fr: 'De nombreuses associations préparent leurs campagnes d’adhésion ce matin : la file des imports et des messages s’allonge. Tout sera traité dans les 24 heures. Inutile de relancer un import ou d’envoyer un message une seconde fois.',
          en: 'Many associations are preparing their membership campaigns this morning: the queue of imports and messages is growing. Everything will be processed within 24 hours. There is no need to start an import or to send a message again.',
        },
        { imports: 'degraded_performance', mail: 'degraded_performance' },
      ],
      [
        55,
        'monitoring',
        {
          fr: 'Nous avons doublé la capacité de traitement. L’attente est à présent de 40 minutes environ et diminue.',
          en: 'We have doubled the processing capacity. The wait is now about 40 minutes and getting shorter.',
        },
      ],
    ],
  },
  {
    daysAgo: 12,
    hour: 14,
    title: { fr: 'Paiements par carte refusés à tort', en: 'Card payments wrongly refused' },
    impact: 'major',
    steps: [
      [
        0,
        'investigating',
        {
          fr: 'Une partie des paiements par carte est refusée depuis 14 h. Les prélèvements SEPA ne sont pas touchés. Nous cherchons la cause avec notre prestataire.',
          en: 'Some card payments have been refused since 2 pm. SEPA direct debits are not affected. We are looking for the cause with our provider.',
        },
        { payments: 'partial_outage', tickets: 'degraded_performance' },
      ],
      [
        35,
        'identified',
        {
          fr: 'Le certificat d’une des connexions au prestataire a expiré. Son remplacement est en cours.',
          en: 'The certificate of one of the connections to the provider has expired. It is being replaced.',
        },
      ],
      [
        40,
        'monitoring',
        {
          fr: 'Les paiements passent de nouveau. Nous surveillons.',
          en: 'Payments are going through again. We are watching.',
        },
        { payments: 'operational', tickets: 'operational' },
      ],
      [
        60,
        'resolved',
        {
          fr: 'Tout est rétabli. Les personnes dont le paiement a été refusé n’ont pas été débitées et peuvent recommencer.',
          en: 'Everything is back to normal. People whose payment was refused have not been charged and can try again.',
        },
      ],
      [
        2880,
        'postmortem',
        {
          fr: 'Le renouvellement automatique du certificat échouait sans bruit depuis une mise à jour de septembre. Il est réparé, et une alerte nous prévient désormais 30 jours avant toute expiration.',
          en: 'The automatic renewal of the certificate had been failing silently since an update in September. It is repaired, and an alert now warns us 30 days before any expiry.',
        },
      ],
    ],
  },
  {
    daysAgo: 24,
    hour: 7,
    title: { fr: 'Sites internet lents à s’afficher', en: 'Websites slow to load' },
    impact: 'minor',
    steps: [
      [
        0,
        'investigating',
        {
          fr: 'Les pages des sites s’affichent en 6 à 8 secondes.',
          en: 'Pages of the websites take 6 to 8 seconds to load.',
        },
        { sites: 'degraded_performance' },
      ],
      [
        45,
        'resolved',
        {
          fr: 'Un serveur d’images saturé a été isolé. Les pages s’affichent de nouveau en moins d’une seconde.',
          en: 'An overloaded image server was taken out. Pages load in less than a second again.',
        },
        { sites: 'operational' },
      ],
    ],
  },
  {
    daysAgo: 41,
    hour: 10,
    title: { fr: 'Connexion impossible pendant vingt minutes', en: 'Sign-in impossible for twenty minutes' },
    impact: 'critical',
    steps: [
      [
        0,
        'investigating',
        {
          fr: 'La connexion à l’espace de gestion échoue pour tout le monde. Les sites internet et la billetterie restent ouverts.',
          en: 'Signing in to the management space fails for everybody. Websites and ticketing stay open.',
        },
        { app: 'major_outage', api: 'partial_outage' },
      ],
      [
        12,
        'identified',
        {
          fr: 'La mise à jour de 10 h a rendu les sessions illisibles. Nous revenons à la version précédente.',
          en: 'The 10 am update made sessions unreadable. We are going back to the previous version.',
        },
      ],
      [
        8,
        'resolved',
        { fr: 'La connexion est rétablie. Aucune donnée n’est perdue.', en: 'Sign-in works again. No data was lost.' },
        { app: 'operational', api: 'operational' },
      ],
    ],
  },
  {
    daysAgo: 58,
    hour: 16,
    title: { fr: 'Synchronisation bancaire interrompue', en: 'Bank synchronisation interrupted' },
    impact: 'minor',
    steps: [
      [
        0,
        'identified',
        {
          fr: 'Deux banques ont changé leur interface : leurs opérations n’arrivent plus depuis ce matin. Vos saisies manuelles restent possibles.',
          en: 'Two banks have changed their interface: their transactions have not arrived since this morning. You can still enter them by hand.',
        },
        { bank: 'partial_outage' },
      ],
      [
        1500,
        'resolved',
        { fr: 'Les opérations manquantes ont été récupérées.', en: 'The missing transactions have been fetched.' },
        { bank: 'operational' },
      ],
    ],
  },
  {
    daysAgo: 77,
    hour: 9,
    title: { fr: 'Messages de la rentrée en retard', en: 'Start-of-season messages delayed' },
    impact: 'minor',
    steps: [
      [
        0,
        'identified',
        {
          fr: 'Le volume de messages est trois fois celui d’un jour ordinaire. Ils partent avec deux heures de retard.',
          en: 'The volume of messages is three times that of an ordinary day. They leave two hours late.',
        },
        { mail: 'degraded_performance' },
      ],
      [420, 'resolved', { fr: 'La file est vide.', en: 'The queue is empty.' }, { mail: 'operational' }],
    ],
  },
  {
    daysAgo: 96,
    hour: 11,
    title: { fr: 'Export comptable incomplet', en: 'Incomplete accounting export' },
    impact: 'minor',
    steps: [
      [
        0,
        'investigating',
        {
          fr: 'Certains exports FEC ne contiennent pas les écritures du dernier jour du mois.',
          en: 'Some FEC exports do not contain the entries of the last day of the month.',
        },
        { accounting: 'degraded_performance' },
      ],
      [
        180,
        'resolved',
        {
          fr: 'Le problème est corrigé. Refaites les exports téléchargés entre le 1er et le 3 du mois.',
          en: 'The problem is fixed. Redo the exports downloaded between the 1st and the 3rd of the month.',
        },
        { accounting: 'operational' },
      ],
    ],
  },
  {
    daysAgo: 110,
    hour: 15,
    title: { fr: 'Erreurs sur une partie des appels à l’API', en: 'Errors on some API calls' },
    impact: 'minor',
    steps: [
      [
        0,
        'investigating',
        { fr: 'Un appel sur dix reçoit une erreur 502.', en: 'One call in ten receives a 502 error.' },
        { api: 'degraded_performance' },
      ],
      [
        25,
        'resolved',
        { fr: 'Un nœud défaillant a été retiré.', en: 'A failing node was taken out.' },
        { api: 'operational' },
      ],
    ],
  },
];
