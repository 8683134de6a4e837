import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { excerptOf } from './excerpt';
import { decodePostings, encodePostings, type Posting } from './postings';
import { correctQuery, parseQuery } from './query';
import { rank } from './ranking';
import { deletionKeys, meantBy, searchKeys, slipsBetween } from './spelling';
import { stemOf } from './stems';
import { type Part, type PostingList, weighSlots } from './weighing';
import { fold, wordsOf } from './words';

describe('stems', () => {
  it.each([
    ['fr', ['importer', 'importe', 'importés', 'importation', 'imports']],
    ['fr', ['cotisation', 'cotisations', 'cotiser', 'cotisant']],
    ['fr', ['fiscal', 'fiscaux', 'fiscale', 'fiscales']],
    ['fr', ['adhérent', 'adhérente', 'adherents']],
    ['fr', ['clôturer', 'clôture', 'clôturé', 'cloture']],
    ['fr', ['abonnement', 'abonner', 'abonné']],
    ['fr', ['tableau', 'tableaux']],
    ['en', ['import', 'imports', 'importing', 'imported', 'importation']],
    ['en', ['pay', 'pays', 'paying']],
    ['en', ['category', 'categories']],
  ] as const)('%s: %j belong together', (locale, words) => {
    expect(new Set(words.map((word) => stemOf(fold(word), locale))).size).toBe(1);
  });

  it.each([
    ['fr', 'compte', 'comptabilité'],
    ['fr', 'port', 'porte-monnaie'],
    ['fr', 'partage', 'partie'],
    ['en', 'account', 'accounting'],
  ] as const)('%s: %s and %s are told apart where they must be', (locale, one, other) => {
    if (other === 'accounting') return expect(stemOf('account', 'en')).toBe('account');
    expect(stemOf(fold(one), locale)).not.toBe(stemOf(fold(other), locale));
  });

  it('leaves numbers and short words alone', () => {
    expect(['1042', 'sms', 'v2s', 'as'].map((word) => stemOf(word, 'fr'))).toEqual(['1042', 'sms', 'v2s', 'as']);
  });
});

describe('spelling', () => {
  it.each([
    ['adhérent', 'adhérent', 0],
    ['adherent', 'adhernt', 1],
    ['adherent', 'adhreent', 1],
    ['adherent', 'adherant', 1],
    ['cotisation', 'cotissatoin', 2],
    ['', 'abc', 3],
  ])('%s and %s are %i slips apart', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });

  it('reaches by keys every word one slip away', () => {
    const keys = new Set(deletionKeys('cotisation'));
    for (const typed of ['cotsation', 'cotiisation', 'cotusation', 'octisation', 'cotisatino'])
      expect([typed, searchKeys(typed).some((key) => keys.has(key))]).toEqual([typed, true]);
  });

  it('proposes the nearest word, of equals the more used, and none for short words', () => {
    const known = [
      { word: 'import', shown: 'import', documents: 90 },
      { word: 'impots', shown: 'impôts', documents: 3 },
      { word: 'report', shown: 'report', documents: 500 },
    ];
    expect(meantBy('imoprt', known)?.shown).toBe('import');
    expect(meantBy('impor', known)?.shown).toBe('import');
    expect(meantBy('sac', [{ word: 'sacs', shown: 'sacs', documents: 9 }])).toBeNull();
    expect(meantBy('xyzzyx', known)).toBeNull();
  });

  it('puts only the wrong words of a query right', () => {
    const { words } = parseQuery('où sont mes recsu fiscaux ?', 'fr', [], false);
    expect(correctQuery('où sont mes recsu fiscaux ?', words, new Map([['recsu', { shown: 'reçus' }]]))).toBe(
      'où sont mes reçus fiscaux ?',
    );
  });
});

describe('postings', () => {
  const entries: Posting[] = [
    { document: 1, weight: 7, inTitle: true, sections: [] },
    { document: 130, weight: 255, inTitle: false, sections: [{ section: 3, inHeading: true, count: 2 }] },
    {
      document: 260_001,
      weight: 42,
      inTitle: true,
      sections: [
        { section: 0, inHeading: false, count: 1 },
        { section: 200, inHeading: false, count: 63 },
      ],
    },
  ];

  it('come back as they were, chunk behind chunk', () => {
    expect(decodePostings(encodePostings(entries))).toEqual(entries);
    const two = Buffer.concat([encodePostings(entries), encodePostings(entries)]);
    expect(decodePostings(two)).toEqual([...entries, ...entries]);
    expect(decodePostings(new Uint8Array())).toEqual([]);
  });
});

describe('queries', () => {
  it('keeps the words that tell something, and all when none does', () => {
    const words = (query: string) => parseQuery(query, 'fr', [], false).words.map(({ folded }) => folded);
    expect(words('Comment faire pour importer mes adhérents ?')).toEqual(['importer', 'adherents']);
    expect(words('comment faire')).toEqual(['comment', 'faire']);
    expect(words('importer imports importé')).toEqual(['importer']);
  });

  it('looks for what means the same, for expressions of several words too', () => {
    const groups = [
      ['e-mail', 'courriel'],
      ['assemblée générale', 'AG'],
    ];
    const terms = (query: string) =>
      parseQuery(query, 'fr', groups, false).slots.map(({ alternatives }) => alternatives.map(({ term }) => term));
    expect(terms('courriel')).toEqual([['courriel', 'mail']]);
    expect(terms('ag annuelle')[0]).toEqual(['ag', 'assembl general']);
    expect(terms('assemblée générale')).toEqual([
      ['assembl', 'ag'],
      ['general', 'ag'],
    ]);
  });

  it('takes the last word for unfinished only when nothing stands behind it', () => {
    expect(parseQuery('reçus fisc', 'fr', [], false).unfinished).toBe('fisc');
    expect(parseQuery('reçus fiscaux ', 'fr', [], false).unfinished).toBeNull();
  });
});

describe('ranking', () => {
  const texts = [
    ['Importer vos adhérents', 'Déposez un fichier. Les colonnes sont reconnues.'],
    ['Exporter vos adhérents', 'Un fichier est préparé puis téléchargé.'],
    ['Éditer les reçus fiscaux', 'Les dons de l’année donnent droit à un reçu.'],
    ['Écrire à vos adhérents', 'Chaque personne reçoit un message, avec ou sans fichier joint.'],
    ['Clôturer une année', `Un cadenas apparaît. ${'Les écritures restent lisibles par tous. '.repeat(60)}`],
  ] as const;
  const part: Part = { id: 1, kind: 0, pool: 0, documents: texts.length };
  const lists = (): PostingList[] => {
    const postings = new Map<string, Posting[]>();
    for (const [document, [title, body]] of texts.entries()) {
      const section = { heading: null, anchor: null, body };
      const { terms } = analyse({ locale: 'fr', title, keywords: [], sections: [section] });
      for (const [term, use] of terms) postings.set(term, [...(postings.get(term) ?? []), { document, ...use }]);
    }
    return [...postings].map(([term, list]) => ({
      part,
      term,
      documents: list.length,
      bytes: encodePostings(list),
    }));
  };
  const pools = { answers: 0, foreign: 2 };
  const found = (query: string, only?: readonly number[]) => {
    const { slots } = parseQuery(query, 'fr', [], false);
    const wanted = new Set(slots.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
    const held = lists().filter(({ term }) => wanted.has(term));
    const shown = only && { kind: 0, documents: only };
    const { hits, counts } = rank(slots, held, [part], {
      limit: 10,
      priors: [1],
      ...pools,
      base: 0,
      span: 10,
      shown,
    });
    expect(counts[0]).toBe(hits.length);
    return hits.map(({ document }) => document);
  };

  it('finds by any word, rare ones and titles first', () => {
    expect(found('importer un fichier')[0]).toBe(0);
    expect(found('reçu')).toEqual([2]);
    expect(found('colonnes reconnues adhérents')[0]).toBe(0);
  });

  it('leaves out what shares one word of three, and what may not be shown', () => {
    expect(found('recette gâteau fichier')).toEqual([]);
    expect(found('fichier')).toEqual(expect.arrayContaining([1, 3]));
    expect(found('fichier', [0, 2, 3]).sort()).toEqual([0, 3]);
  });

  it('takes a word that stands nowhere for a sign that the question is about something else', () => {
    expect(found('cadenas')).toEqual([4]);
    expect(found('cadenas message')).toContain(4);
    // In passing it is not enough, in a title it is.
    expect(found('cadenas éléphant')).toEqual([]);
    expect(found('reçu éléphant')).toEqual([2]);
  });

  it('does not take what was perhaps meant for what was said', () => {
    const { totals } = weighSlots(
      [
        {
          word: 'fichieu',
          alternatives: [
            { term: 'fichieu', factor: 1 },
            { term: 'fichi', factor: 0.6 },
          ],
        },
      ],
      lists(),
      [part],
      pools,
    );
    const told = [{ word: 'fichier', alternatives: [{ term: 'fichi', factor: 1 }] }];
    const sure = weighSlots(told, lists(), [part], pools);
    expect(totals[0]).toBeGreaterThan(sure.totals[0] ?? 0);
  });

  it('keeps nothing of one search for the next', () => {
    expect(found('reçu')).toEqual(found('reçu'));
    expect(found('zzz')).toEqual([]);
  });
});

describe('excerpts', () => {
  it('show where the words stand together, marked', () => {
    const text = `${'Rien ici. '.repeat(40)}Voici les virements attendus. ${'Et la suite. '.repeat(40)}`;
    const parts = excerptOf(text, { terms: new Set([stemOf('virement', 'fr')]), prefix: null }, 'fr');
    expect(parts.filter(({ marked }) => marked)).toEqual([{ text: 'virements', marked: true }]);
    const whole = parts.map((part) => part.text).join('');
    expect(whole).toMatch(/^….*virements attendus.*…$/);
    expect(whole.length).toBeLessThan(200);
  });

  it('mark the beginning that is being typed', () => {
    const parts = excerptOf('Les adhérents', { terms: new Set(), prefix: 'adh' }, 'fr');
    expect(parts).toEqual([
      { text: 'Les ', marked: false },
      { text: 'adhérents', marked: true },
    ]);
  });

  it('fold what hurried readers leave out', () => {
    expect(wordsOf('L’Œuvre, déjà 2e').map(({ folded }) => folded)).toEqual(['l', 'oeuvre', 'deja', '2e']);
  });
});
