import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { frenchTypography } from '@/domain/articles/typography';
import type { FieldKind, FieldNeed, FieldOption } from '@/domain/forms/fields';
import type { LocalisedText } from '@/domain/people/localised';
import { portals, requestFields, requestTypes } from '../forms/schema';
import { settings } from '../kernel/schema';

const text = (fr: string, en: string): LocalisedText => ({ fr: frenchTypography(fr), en });

const SHIPPED_PORTALS: (typeof portals.$inferInsert)[] = [
  {
    key: 'support',
    name: text('Support', 'Support'),
    intro: text(
      'Quelque chose ne marche pas, vous bloque ou vous manque dans le logiciel.',
      'Something does not work, blocks you, or is missing from the software.',
    ),
    position: 10,
  },
  {
    key: 'conseil',
    name: text('Conseil', 'Consulting'),
    intro: text(
      'Vous préparez un projet et souhaitez être accompagnés : paramétrage, formation, reprise de données.',
      'You are preparing a project and would like help with it: set-up, training, data migration.',
    ),
    position: 20,
  },
];

type ShippedField = Omit<typeof requestFields.$inferInsert, 'typeKey' | 'position'>;
type ShippedType = Omit<typeof requestTypes.$inferInsert, 'position'> & { fields: readonly ShippedField[] };
type Words = { label: LocalisedText; help?: LocalisedText; why?: LocalisedText; options?: FieldOption[] };

const field = (key: string, kind: FieldKind, need: FieldNeed, words: Words): ShippedField => ({
  key,
  kind,
  need,
  ...words,
});

const LINK: Words = {
  label: text('Adresse de la page concernée', 'Address of the page concerned'),
  help: text(
    'Copiez-la depuis votre navigateur : elle commence par https://. Une par ligne s’il y en a plusieurs.',
    'Copy it from your browser: it begins with https://. One per line if there are several.',
  ),
  why: text('Nous ouvrons ainsi exactement la page que vous voyez.', 'It lets us open exactly the page you see.'),
};
const VIDEO: Words = {
  label: text('Lien vers une vidéo', 'Link to a video'),
  help: text(
    'Un enregistrement d’écran, si c’est plus simple à montrer qu’à écrire.',
    'A recording of your screen, if it is easier to show than to describe.',
  ),
};
const VERSION: Words = {
  label: text('Version du logiciel', 'Version of the software'),
  help: text('Elle s’affiche au bas de chaque page.', 'It is shown at the bottom of each page.'),
  why: text('Un défaut est souvent propre à une version.', 'A fault often belongs to one version.'),
};
const EXAMPLE: Words = {
  label: text('Un exemple précis', 'One precise example'),
  help: text(
    'Un adhérent, une facture, un événement : son nom ou son numéro.',
    'One member, one invoice, one event: its name or number.',
  ),
  why: text('Un seul cas précis suffit pour retrouver ce qui s’est passé.', 'One precise case is enough to trace it.'),
};

/** The request types Guichet is shipped with (product description, part G), with what makes a good request of each. */
const SHIPPED_TYPES: readonly ShippedType[] = [
  {
    key: 'assistance',
    portal: 'support',
    asksCriticality: true,
    name: text('Assistance sur une fonctionnalité', 'Help with a feature'),
    situation: text('Je n’arrive pas à faire quelque chose.', 'I cannot manage to do something.'),
    guidance: text(
      'Dites ce que vous voulez obtenir, ce que vous avez essayé et l’endroit où vous êtes bloqué.',
      'Say what you want to achieve, what you tried and where you are stuck.',
    ),
    fields: [
      field('tried', 'longText', 'expected', {
        label: text('Ce que vous avez déjà essayé', 'What you have tried already'),
        why: text(
          'Nous n’allons pas vous renvoyer à ce que vous connaissez.',
          'It spares you answers you already know.',
        ),
      }),
      field('link', 'link', 'expected', LINK),
      field('version', 'version', 'optional', VERSION),
      field('video', 'video', 'optional', VIDEO),
    ],
  },
  {
    key: 'problem',
    portal: 'support',
    asksCriticality: true,
    needsReproduction: true,
    needsCompleteness: true,
    name: text('Signaler un problème', 'Report a problem'),
    situation: text(
      'Quelque chose ne marche plus, ou affiche une erreur.',
      'Something no longer works, or shows an error.',
    ),
    guidance: text(
      'Décrivez les étapes qui mènent au problème, ce qui se passe et ce que vous attendiez. Recopiez le message d’erreur en entier.',
      'Describe the steps that lead to the problem, what happens and what you expected. Copy the error message in full.',
    ),
    fields: [
      field('steps', 'longText', 'expected', {
        label: text('Étapes pour reproduire le problème', 'Steps to reproduce the problem'),
        help: text(
          'Une par ligne : où vous cliquez, ce que vous saisissez, ce qui s’affiche.',
          'One per line: where you click, what you enter, what shows.',
        ),
        why: text(
          'Le délai de résolution court dès que nous avons vu le problème de nos yeux.',
          'The resolution deadline starts once we have seen the problem ourselves.',
        ),
      }),
      field('error', 'longText', 'expected', {
        label: text('Message d’erreur en entier', 'Error message in full'),
        help: text(
          'Copiez-le tel quel. S’il n’y en a pas, écrivez « aucun ».',
          'Copy it as it is. If there is none, write “none”.',
        ),
        why: text(
          'Ses mots exacts mènent souvent droit à la cause.',
          'Its exact words often lead straight to the cause.',
        ),
      }),
      field('example', 'text', 'expected', EXAMPLE),
      field('link', 'link', 'expected', LINK),
      field('frequency', 'choice', 'optional', {
        label: text('Le problème se produit', 'The problem happens'),
        options: [
          { key: 'always', name: text('À chaque fois', 'Every time') },
          { key: 'sometimes', name: text('De temps en temps', 'Now and then') },
          { key: 'once', name: text('Une seule fois', 'Only once') },
        ],
      }),
      field('since', 'date', 'optional', { label: text('Depuis quand ?', 'Since when?') }),
      field('version', 'version', 'expected', VERSION),
      field('video', 'video', 'optional', VIDEO),
    ],
  },
  {
    key: 'question',
    portal: 'support',
    name: text('Poser une question', 'Ask a question'),
    situation: text('Rien n’est cassé, je voudrais savoir.', 'Nothing is broken, I would like to know.'),
    guidance: text(
      'Une question par demande : la réponse viendra plus vite.',
      'One question per request: the answer will come sooner.',
    ),
    fields: [field('link', 'link', 'optional', LINK)],
  },
  {
    key: 'deployment-patch',
    portal: 'support',
    name: text('Déploiement d’un correctif', 'Deployment of a fix after a patch'),
    situation: text(
      'Un correctif est prêt, il faut l’installer chez nous.',
      'A fix is ready and has to be installed for us.',
    ),
    guidance: text(
      'Indiquez le numéro de la demande d’origine et les espaces concernés.',
      'Give the number of the original request and the spaces concerned.',
    ),
    fields: [
      field('origin', 'text', 'required', {
        label: text('Numéro de la demande d’origine', 'Number of the original request'),
        help: text('Par exemple #1042.', 'For example #1042.'),
      }),
      field('spaces', 'longText', 'expected', {
        label: text('Espaces concernés', 'Spaces concerned'),
        help: text('Un par ligne.', 'One per line.'),
        why: text('Nous n’installons que là où vous le demandez.', 'We only install where you ask for it.'),
      }),
      field('wished', 'date', 'optional', { label: text('Date souhaitée', 'Preferred date') }),
      field('agreed', 'yesNo', 'optional', {
        label: text('Peut-on interrompre le service quelques minutes ?', 'May the service stop for a few minutes?'),
      }),
    ],
  },
  {
    key: 'deployment-migration',
    portal: 'support',
    name: text('Déploiement d’un correctif après une migration', 'Deployment of a fix after a migration'),
    situation: text(
      'Depuis notre changement de version, un correctif manque.',
      'Since we changed to another version, a fix is missing.',
    ),
    guidance: text(
      'Indiquez la date de la migration, ce qui a changé depuis et un exemple précis.',
      'Give the date of the migration, what has changed since and one precise example.',
    ),
    fields: [
      field('migrated', 'date', 'required', { label: text('Date de la migration', 'Date of the migration') }),
      field('changed', 'longText', 'expected', {
        label: text('Ce qui a changé depuis', 'What has changed since'),
        why: text(
          'Nous comparons avec ce que faisait l’ancienne version.',
          'We compare with what the old version did.',
        ),
      }),
      field('example', 'text', 'expected', EXAMPLE),
      field('link', 'link', 'expected', LINK),
    ],
  },
  {
    key: 'suggestion',
    portal: 'support',
    becomesIdea: true,
    name: text('Suggérer une amélioration', 'Suggest an improvement'),
    situation: text('Le logiciel pourrait mieux faire.', 'The software could do better.'),
    guidance: text(
      'Dites le besoin avant la solution : dans quelle situation, à quelle fréquence, pour quoi faire.',
      'Describe the need before the solution: in which situation, how often, what for.',
    ),
    fields: [
      field('why', 'longText', 'expected', {
        label: text('À quoi cela vous servirait-il ?', 'What would it do for you?'),
        why: text(
          'Un même but peut être atteint d’une façon plus simple encore.',
          'The same aim can sometimes be reached in a simpler way still.',
        ),
      }),
      field('situation', 'longText', 'expected', {
        label: text('Dans quelle situation le besoin apparaît-il ?', 'In which situation does the need arise?'),
        help: text('Racontez la dernière fois.', 'Tell us about the last time.'),
        why: text(
          'Nous construisons pour des situations réelles, pas pour des fonctions.',
          'We build for real situations, not for features.',
        ),
      }),
      field('rhythm', 'choice', 'expected', {
        label: text('À quelle fréquence en auriez-vous besoin ?', 'How often would you need it?'),
        why: text(
          'Un besoin de chaque jour ne se traite pas comme un besoin annuel.',
          'A daily need is not treated like a yearly one.',
        ),
        options: [
          { key: 'daily', name: text('Chaque jour', 'Every day') },
          { key: 'weekly', name: text('Chaque semaine', 'Every week') },
          { key: 'monthly', name: text('Chaque mois', 'Every month') },
          { key: 'yearly', name: text('Une ou deux fois par an', 'Once or twice a year') },
        ],
      }),
      field('today', 'longText', 'optional', {
        label: text('Comment faites-vous aujourd’hui ?', 'How do you manage today?'),
      }),
    ],
  },
  {
    key: 'consulting',
    portal: 'conseil',
    name: text('Conseil et accompagnement', 'Consulting'),
    situation: text(
      'Je prépare un projet et souhaite en parler avec vous.',
      'I am preparing a project and would like to talk about it.',
    ),
    guidance: text(
      'Décrivez votre projet, vos échéances et les personnes qui y prendront part.',
      'Describe your project, your dates and the people who will take part.',
    ),
    fields: [
      field('topics', 'choices', 'expected', {
        label: text('De quoi avez-vous besoin ?', 'What do you need?'),
        why: text('La bonne personne vous rappellera.', 'The right person will call you back.'),
        options: [
          { key: 'set-up', name: text('Paramétrage', 'Set-up') },
          { key: 'training', name: text('Formation', 'Training') },
          { key: 'data', name: text('Reprise de données', 'Data migration') },
          { key: 'other', name: text('Autre chose', 'Something else') },
        ],
      }),
      field('people', 'number', 'optional', {
        label: text('Nombre de personnes concernées', 'Number of people concerned'),
      }),
      field('due', 'date', 'optional', { label: text('Échéance', 'Due date') }),
      field('brief', 'file', 'optional', {
        label: text('Votre cahier des charges', 'Your specification'),
        help: text('S’il existe déjà, même à l’état de notes.', 'If there is one, even as notes.'),
      }),
    ],
  },
];

/** Says that the shipped forms were written once, so that what an administrator deletes does not come back. */
const DONE = 'forms.shipped';

/** Portals, types and fields as shipped, once for each installation; types that are there already keep their words. */
export const seedForms = async (db: PostgresJsDatabase): Promise<void> =>
  db.transaction(async (tx) => {
    const marked = await tx.insert(settings).values({ key: DONE, value: true }).onConflictDoNothing().returning();
    if (marked.length === 0) return;
    for (const portal of SHIPPED_PORTALS) {
      await tx.insert(portals).values(portal).onConflictDoUpdate({ target: portals.key, set: portal });
    }
    for (const [index, { fields, ...type }] of SHIPPED_TYPES.entries()) {
      const { situation } = type;
      await tx
        .insert(requestTypes)
        .values({ ...type, position: (index + 1) * 10 })
        .onConflictDoUpdate({ target: requestTypes.key, set: { situation } });
      const rows = fields.map((one, place) => ({ ...one, typeKey: type.key, position: (place + 1) * 10 }));
      await tx.insert(requestFields).values(rows).onConflictDoNothing();
    }
  });
