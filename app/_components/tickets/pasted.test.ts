import { expect, it } from 'vitest';
import { isWritten } from './pasted';

it.each([
  ['cells of a spreadsheet', ['text/plain', 'text/html', 'text/rtf', 'Files'], true],
  ['words of a page', ['text/plain', 'text/html'], true],
  ['a screenshot', ['Files'], false],
  ['a picture of a page', ['text/html', 'Files'], false],
  ['a file, which some systems name as well', ['text/plain', 'Files'], false],
])('%s: text %s', (_name, types, written) => {
  expect(isWritten(types)).toBe(written);
});
