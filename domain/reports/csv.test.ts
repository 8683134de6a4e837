import { expect, it } from 'vitest';
import { csvOf } from './csv';

it.each([
  [[['a', 1, null]], 'a,1,\r\n'],
  [[['l’adhésion, vite', 'dit "oui"']], '"l’adhésion, vite","dit ""oui"""\r\n'],
  [[['=1+1'], ['@cmd'], ['-2'], ['+33']], "'=1+1\r\n'@cmd\r\n'-2\r\n'+33\r\n"],
  [[['deux\nlignes']], '"deux\nlignes"\r\n'],
  [[], ''],
] as const)('%j', (rows, csv) => {
  expect(csvOf(rows)).toBe(`\uFEFF${csv}`);
});
