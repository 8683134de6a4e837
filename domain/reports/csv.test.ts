import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

it.each([
  [[['a', 1, null]], 'a,1,\r\n', 'a;1;\r\n'],
  [[['l’adhésion, vite', 'dit "oui"']], '"l’adhésion, vite","dit ""oui"""\r\n', '"l’adhésion, vite";"dit ""oui"""\r\n'],
  [[['un ; deux', 2.5, -0.75]], '"un ; deux",2.5,-0.75\r\n', '"un ; deux";2,5;-0,75\r\n'],
  [[['2.5', 1e21]], '2.5,1e+21\r\n', '2.5;1e+21\r\n'],
  [[['deux\nlignes']], '"deux\nlignes"\r\n', '"deux\nlignes"\r\n'],
  [[], '', ''],
] as const)('%j', (rows, english, french) => {
  expect(csvOf(rows, 'en')).toBe(`\uFEFF${english}`);
  expect(csvOf(rows, 'fr')).toBe(`\uFEFF${french}`);
});

it.each(['=1+1', '@cmd', '-2', '+33', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'leaves no formula of %j',
  (text) => {
    for (const locale of ['fr', 'en'] as const) {
      const [line = ''] = csvOf([[text]], locale)
        .slice(1)
        .split(/\r\n$/);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    }
  },
);

/** Reads a file as RFC 4180 has it, character by character, knowing nothing of how ours is written. */
const read = (file: string, separator: string): string[][] => {
  const rows: string[][] = [];
  let [row, text, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < file.length; at += 1) {
    const sign = file[at] ?? '';
    if (quoted) {
      if (sign !== '"') text += sign;
      else if (file[at + 1] === '"') {
        text += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === separator || (sign === '\r' && file[at + 1] === '\n')) {
      row.push(text);
      text = '';
      if (sign === separator) continue;
      rows.push(row);
      row = [];
      at += 1;
    } else text += sign;
  }
  return rows;
};

describe('read again', () => {
  const words = ['a;b', 'a,b', '"', '""', 'l’été « oui »', 'deux\r\nlignes', 'fin "', '', ' blanc ', "'quote"];
  it.each([
    ['fr', ';', '1,25'],
    ['en', ',', '1.25'],
  ] as const)('in %s, every word is what it was, and every row as wide', (locale, separator, number) => {
    const rows = words.map((word) => [word, 1.25, ...words]);
    const file = csvOf(rows, locale);
    expect(file.startsWith('\uFEFF')).toBe(true);
    expect(read(file.slice(1), separator)).toEqual(words.map((word) => [word, number, ...words]));
  });
});
