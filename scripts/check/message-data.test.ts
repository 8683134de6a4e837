import { expect, it } from 'vitest';
import { messageData } from './message-data';

it.each([
  ['nothing at all', []],
  ['Given to {name}', ['name']],
  ['{from} to {to}', ['from', 'to']],
  ['{when, date, long}', ['when']],
  ['{n, plural, one {# day} other {# days}} left for {name}', ['n', 'name']],
  ['{n, plural, =0 {nothing} one {a word of {who}} other {# words}}', ['n', 'who']],
  ['{kind, select, a {{x} first} other {second}} then {y}', ['kind', 'x', 'y']],
  ['read <link>the rules</link> of {site}', ['<link>', 'site']],
  ["curly '{braces}' as they are", []],
])('%s', (text, names) => {
  expect(messageData(text)).toEqual(names);
});
