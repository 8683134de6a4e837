import type { IdeaRhythm, IdeaState } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import type { LocalisedText } from '@/domain/people/localised';
import type { DemoCast } from './cast';

type Person = keyof DemoCast['people'];

/** An idea of the demo: who proposed it, what became of it and when, and who else supports it. */
export type DemoIdea = {
  by: Person;
  daysAgo: number;
  locale?: Locale;
  title: string;
  need: string;
  why?: string;
  situation?: string;
  rhythm?: IdeaRhythm;
  supporters?: readonly Person[];
  steps?: readonly { daysAgo: number; to: IdeaState; theme?: string; reason?: LocalisedText }[];
  /** The subject of the request it was born from. */
  request?: string;
};

export const DEMO_IDEAS: readonly DemoIdea[] = [
  {
    by: 'sylvie',
    daysAgo: 64,
    title: 'Relancer les cotisations en retard par SMS',
    need: 'Nous aimerions envoyer la relance de cotisation par SMS aux adhérents qui n’ont pas répondu à l’e-mail.',
    why: 'La moitié de nos retards vient d’adhérents qui ne lisent plus leurs e-mails. Nous les appelons un par un.',
    situation: 'Chaque automne, à la clôture des inscriptions : une quarantaine d’appels en deux semaines.',
    rhythm: 'yearly',
    supporters: ['camille', 'noor', 'jonas'],
    steps: [
      { daysAgo: 60, to: 'reviewed' },
      { daysAgo: 46, to: 'grouped', theme: 'messages-delivery' },
    ],
  },
  {
    by: 'camille',
    daysAgo: 58,
    title: 'Reprendre un import arrêté sans tout recommencer',
    need: 'Quand l’import s’arrête sur une ligne fautive, corriger cette ligne et continuer à partir de là.',
    why: 'Nos fichiers comptent deux mille lignes : recommencer prend une heure, et nous ne savons plus ce qui est passé.',
    situation: 'À chaque reprise d’un fichier venu d’une autre section.',
    rhythm: 'monthly',
    supporters: ['noor', 'sylvie'],
    steps: [
      { daysAgo: 53, to: 'reviewed' },
      { daysAgo: 39, to: 'grouped', theme: 'members-import' },
      { daysAgo: 18, to: 'planned' },
    ],
  },
  {
    by: 'jonas',
    daysAgo: 51,
    locale: 'en',
    title: 'Check people in at the door without a connection',
    need: 'The boathouse has no network. We would like to tick people off on a phone and have it sync later.',
    why: 'On regatta days we print the list, tick it by hand and type it in at night.',
    situation: 'Six events a year, two hundred people each.',
    rhythm: 'monthly',
    supporters: ['sylvie'],
    steps: [
      { daysAgo: 46, to: 'reviewed' },
      { daysAgo: 32, to: 'grouped', theme: 'events-checkin' },
    ],
  },
  {
    by: 'noor',
    daysAgo: 44,
    title: 'Choisir la couleur des étiquettes d’adhérents',
    need: 'Donner une couleur à chaque étiquette, pour reconnaître les bénévoles d’un coup d’œil dans la liste.',
    rhythm: 'daily',
    steps: [{ daysAgo: 39, to: 'reviewed' }],
  },
  {
    by: 'sylvie',
    daysAgo: 40,
    title: 'Exporter la comptabilité vers le logiciel de notre expert-comptable',
    need: 'Un export au format FEC, sans retouche, que notre cabinet puisse reprendre tel quel.',
    why: 'Le cabinet nous facture une journée de ressaisie par an.',
    rhythm: 'yearly',
    supporters: ['camille', 'noor'],
    steps: [
      { daysAgo: 39, to: 'reviewed' },
      { daysAgo: 25, to: 'grouped', theme: 'accounting-closing' },
    ],
  },
  {
    by: 'camille',
    daysAgo: 75,
    title: 'Voir d’un coup d’œil qui n’a pas payé',
    need: 'Un filtre « cotisation due » dans la liste des adhérents, avec le montant.',
    rhythm: 'weekly',
    supporters: ['noor', 'sylvie', 'jonas'],
    steps: [
      { daysAgo: 74, to: 'reviewed' },
      { daysAgo: 60, to: 'planned' },
      { daysAgo: 20, to: 'shipped' },
    ],
  },
  {
    by: 'jonas',
    daysAgo: 70,
    locale: 'en',
    title: 'Pay membership fees with cryptocurrency',
    need: 'Two members asked whether they could pay with their wallet.',
    rhythm: 'yearly',
    steps: [
      { daysAgo: 67, to: 'reviewed' },
      {
        daysAgo: 53,
        to: 'declined',
        reason: {
          fr: 'Trop peu d’associations en ont l’usage, et la comptabilité associative ne s’y prête pas. Nous préférons consacrer ce temps au prélèvement SEPA.',
          en: 'Too few associations would use it, and their accounts do not lend themselves to it. We would rather put that time into SEPA direct debits.',
        },
      },
    ],
  },
  {
    by: 'noor',
    daysAgo: 30,
    title: 'Proposer le prélèvement en trois fois',
    need: 'Laisser l’adhérent choisir de payer sa cotisation en trois prélèvements.',
    why: 'Les familles avec plusieurs enfants renoncent à cause du montant à verser d’un coup.',
    rhythm: 'yearly',
    supporters: ['sylvie', 'jonas'],
    steps: [
      { daysAgo: 25, to: 'reviewed' },
      { daysAgo: 11, to: 'grouped', theme: 'sepa-debits' },
    ],
  },
  {
    by: 'camille',
    daysAgo: 16,
    title: 'Trier la liste des adhérents par date d’arrivée',
    need: 'Pour accueillir les nouveaux, nous aimerions les voir en tête de liste. Aujourd’hui, nous exportons puis trions dans un tableur, chaque semaine.',
    rhythm: 'weekly',
    request: 'Trier la liste des adhérents par date d’arrivée',
  },
  {
    by: 'sylvie',
    daysAgo: 5,
    title: 'Prévenir le trésorier quand un versement arrive',
    need: 'Un message à la personne qui tient les comptes, avec le détail du versement.',
    situation: 'Elle se connecte chaque matin pour rien, la plupart du temps.',
    rhythm: 'daily',
  },
  {
    by: 'noor',
    daysAgo: 2,
    title: 'Dupliquer un événement de l’an dernier',
    need: 'Reprendre les tarifs, le questionnaire et la billetterie d’un événement passé, et n’en changer que la date.',
    rhythm: 'yearly',
  },
];
