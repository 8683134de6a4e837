import { type PresetWords, presetLevels } from '@/domain/sla/presets';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import type { calendars, policies } from '../sla/schema';

/** What the shipped levels of criticality say; an administrator adds the examples of the house's own product. */
export const PRESET_WORDS: PresetWords = {
  critical: {
    name: { fr: 'Critique', en: 'Critical' },
    definition: {
      fr: 'Une tâche vitale est bloquée pour tout le monde, sans solution de rechange, avec une perte de revenus.',
      en: 'A vital task is blocked for everybody, with no way round, and revenue is being lost.',
    },
    examples: {
      fr: 'Plus aucun paiement ne passe. Personne ne peut se connecter.',
      en: 'No payment goes through. Nobody can sign in.',
    },
  },
  high: {
    name: { fr: 'Élevée', en: 'High' },
    definition: {
      fr: 'Une tâche vitale est bloquée, sans perte immédiate.',
      en: 'A vital task is blocked, without immediate loss.',
    },
    examples: {
      fr: 'La clôture du mois est impossible. Un envoi prévu cette semaine ne part pas.',
      en: 'The month cannot be closed. A mailing planned for this week does not leave.',
    },
  },
  medium: {
    name: { fr: 'Moyenne', en: 'Medium' },
    definition: {
      fr: 'Une solution de rechange existe, mais elle est pénible ou coûteuse.',
      en: 'There is a way round, but it is hard or costly.',
    },
    examples: {
      fr: 'Il faut ressaisir à la main ce que l’import devrait reprendre.',
      en: 'What the import should take over has to be typed in by hand.',
    },
  },
  low: {
    name: { fr: 'Faible', en: 'Low' },
    definition: {
      fr: 'Une solution de rechange simple existe, ou il s’agit de confort.',
      en: 'There is an easy way round, or it is a matter of comfort.',
    },
    examples: {
      fr: 'Une colonne est mal alignée. Un libellé prête à confusion.',
      en: 'A column is out of line. A label is confusing.',
    },
  },
  comfort: {
    name: { fr: 'Confort', en: 'Comfort' },
    definition: {
      fr: 'Rien n’est empêché : ce serait seulement plus agréable autrement.',
      en: 'Nothing is prevented: it would only be nicer otherwise.',
    },
    examples: { fr: 'Une couleur, un ordre d’affichage.', en: 'A colour, an order on the page.' },
  },
};

/** The levels of an installation that nobody has set up yet. */
export const SHIPPED_LEVELS = presetLevels('four', PRESET_WORDS);

const MORNING = { from: '09:00', to: '12:30' };
const WEEKDAY = [MORNING, { from: '14:00', to: '18:00' }];

/** Office hours in France, with its public holidays. */
export const SHIPPED_CALENDAR: typeof calendars.$inferInsert = {
  key: 'office',
  name: { fr: 'Heures de bureau, France', en: 'Office hours, France' },
  timeZone: SHIPPED_ZONE,
  week: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, [MORNING, { from: '14:00', to: '17:00' }], [], []],
  country: 'FR',
  region: null,
  daysOff: [],
  openDays: [],
};

export const SHIPPED_POLICY: typeof policies.$inferInsert = {
  key: 'standard',
  name: { fr: 'Engagements généraux', en: 'General commitments' },
  calendarKey: 'office',
  isDefault: true,
};
