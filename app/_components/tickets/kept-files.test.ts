import { expect, it } from 'vitest';
import { filesIn, isKeptFile, stillThere } from './kept-files';

const HOUR = 3_600_000;
const file = { id: 'f', claim: 'secret', name: 'bilan.png', mediaType: 'image/png', bytes: 12, since: 0 };

it('are brought back while the server has them', () => {
  expect(stillThere([file], 17 * HOUR)).toEqual([file]);
  expect(stillThere([file], 18 * HOUR)).toEqual([]);
});

it('are told from whatever else storage may hold', () => {
  expect(isKeptFile(file)).toBe(true);
  expect(isKeptFile({ ...file, field: 'answers.capture' })).toBe(true);
  for (const other of [null, 'f', {}, { ...file, claim: 1 }, { ...file, since: '0' }, { ...file, field: 3 }])
    expect(isKeptFile(other)).toBe(false);
});

it('are read from a form with the fields that they answer, and with since when they are known', () => {
  const form = new FormData();
  const { since: _, ...sent } = file;
  form.append('subject', 'L’import s’arrête');
  form.append('attachment', JSON.stringify(sent));
  form.append('answers.capture.attachment', JSON.stringify({ ...sent, id: 'g' }));
  form.append('answers.capture.files', new File(['x'], 'x.png'));
  expect(filesIn(form, [{ ...file, since: 5 }], 9)).toEqual([
    { ...file, since: 5 },
    { ...file, id: 'g', since: 9, field: 'answers.capture' },
  ]);
});
