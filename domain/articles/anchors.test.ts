import { expect, it } from 'vitest';
import { anchorNames } from './anchors';

it('names headings in plain letters and numbers repeated ones', () => {
  const anchorOf = anchorNames();
  expect(['Créer l’espace', 'Cœur\u202f: l’été', 'Créer l’espace', '???'].map(anchorOf)).toEqual([
    'creer-l-espace',
    'coeur-l-ete',
    'creer-l-espace-2',
    'section',
  ]);
});
