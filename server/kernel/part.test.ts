import { expect, it } from 'vitest';
import { z } from 'zod';
import { partFields, placeValue } from './part';

const ID = '0b9f3c1e-6c0f-4d0a-9a3a-1d1d8a0f3b77';
const fields = z.object(partFields(z.tuple([placeValue.instant, placeValue.text, placeValue.id])));

it('takes a place of the list, and begins at its start for what is none', () => {
  const after = `1795305600000,"Zoé","${ID}"`;
  expect(fields.parse({ after })).toEqual({ after: [1795305600000, 'Zoé', ID], before: null });
  expect(fields.parse({ after: null, before: undefined })).toEqual({ after: null, before: null });
});

it.each([
  ['too few values', '1795305600000,"Zoé"'],
  ['too many', `1,"Zoé","${ID}",1`],
  ['values of another kind', `"1","Zoé","${ID}"`],
  ['an instant beyond all', `${'9'.repeat(17)},"Zoé","${ID}"`],
  ['an instant that is none', `1.5,"Zoé","${ID}"`],
  ['a sign that the database refuses', `1,"Zo\\u0000","${ID}"`],
  ['no id', '1,"Zoé","x"'],
  ['nothing of the kind', 'nonsense'],
])('%s is no place', (_name, text) => {
  expect(fields.parse({ before: text })).toEqual({ after: null, before: null });
});
