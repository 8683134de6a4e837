import { describe, expect, it } from 'vitest';
import { makeSearchIndex, type Searchable } from './search';

const document = (title: string, text: string, rest: Partial<Searchable> = {}): Searchable => ({
  kind: 'article',
  audience: 'public',
  title,
  headings: [],
  keywords: [],
  text,
  href: `/${title}`,
  ...rest,
});

const FR = makeSearchIndex('fr', [
  document('Importer vos adhérents', 'Déposez un fichier CSV. Les colonnes sont reconnues.', { keywords: ['tableur'] }),
  document('Exporter vos adhérents', 'Un fichier est préparé puis téléchargé.'),
  document('Éditer les reçus fiscaux', 'Les dons de l’année donnent droit à un reçu.', {
    headings: ['Corriger un reçu'],
  }),
  document('Rembourser hors délai', 'Procédure interne pour les billets.', { audience: 'agents' }),
  document('Œuvrer ensemble', 'Le cœur de la vie associative.'),
]);
const found = (query: string, audiences: readonly ('public' | 'agents')[] = ['public']) =>
  FR.search(query, audiences, 10).map((hit) => hit.title);

describe('search', () => {
  it.each([
    ['a word of the title', 'importer', ['Importer vos adhérents']],
    ['a word without its accents', 'recu', ['Éditer les reçus fiscaux']],
    ['a plural', 'reçus fiscal', ['Éditer les reçus fiscaux']],
    ['a word of the text only', 'colonnes', ['Importer vos adhérents']],
    ['a keyword', 'tableur', ['Importer vos adhérents']],
    ['the beginning of the last word', 'fisc', ['Éditer les reçus fiscaux']],
    ['a ligature', 'oeuvrer', ['Œuvrer ensemble']],
    [
      'any word of a question, best first',
      'comment importer le fichier des adherents ?',
      ['Importer vos adhérents', 'Exporter vos adhérents'],
    ],
    ['nothing for nonsense', 'zzzz', []],
    ['nothing for nothing', '  ', []],
    ['nothing that is not for this reader', 'rembourser', []],
  ])('finds %s', (_name, query, titles) => {
    expect(found(query)).toEqual(titles);
  });

  it('finds for staff what is for staff', () => {
    expect(found('rembourser', ['public', 'agents'])).toEqual(['Rembourser hors délai']);
  });

  it('marks the words in an excerpt around them', () => {
    const text = `${'Rien ici. '.repeat(40)}Voici les virements attendus. ${'Et la suite. '.repeat(40)}`;
    const [hit] = makeSearchIndex('fr', [document('Banque', text)]).search('virement', ['public'], 1);
    expect(hit?.parts.filter((part) => part.hit)).toEqual([{ text: 'virements', hit: true }]);
    expect(hit?.excerpt.length).toBeLessThan(200);
    expect(hit?.excerpt).toMatch(/^….*virements attendus.*…$/);
  });
});
