import { describe, expect, it } from 'vitest';
import type { Locale } from '@/domain/people/locale';
import { csvFile } from './csv';

const textOf = async (rows: Parameters<typeof csvFile>[1], locale: Locale) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csvFile('a.csv', rows, locale).arrayBuffer());

describe('a table as a file', () => {
  it.each([
    ['words as they are', ['été', 3, null], 'été,3,'],
    ['quotes doubled', ['il dit « non », puis "oui"'], '"il dit « non », puis ""oui"""'],
    ['lines kept inside their cell', ['a\nb'], '"a\nb"'],
    ['a formula made harmless', ['=HYPERLINK("x")'], `"'=HYPERLINK(""x"")"`],
    ['a number below zero left alone', [-3], '-3'],
    ['a text that begins like one', ['-3'], "'-3"],
  ])('has %s', async (_what, cells, line) => {
    expect(await textOf([cells], 'en')).toBe(`\uFEFF${line}\r\n`);
  });

  it('opens in columns where one writes numbers with a comma', async () => {
    expect(
      await textOf(
        [
          ['Niveau', 'Heures'],
          ['Faible; ou moins', 7.5],
        ],
        'fr',
      ),
    ).toBe('\uFEFFNiveau;Heures\r\n"Faible; ou moins";7,5\r\n');
  });
});
