import { describe, expect, it } from 'vitest';
import { type Redirect, readRedirects, resolveRedirect } from './redirects';

const table = (rules: readonly (readonly [from: string, to: string, audience?: Redirect['audience']])[]) =>
  new Map<string, Redirect>(rules.map(([from, to, audience = 'public']) => [from, { from, to, audience }]));

describe('readRedirects', () => {
  it('reads rules with their lines, each language in turn', () => {
    const { redirects, mistakes } = readRedirects(
      '# moved\n- from: /:locale/old/*\n  to: /:locale/help/*\n- { from: /hc, to: https://x.example }\n',
    );
    expect(mistakes).toEqual([]);
    expect(redirects.map(({ from, to, line }) => `${line} ${from} ${to}`)).toEqual([
      '2 /fr/old/* /fr/help/*',
      '2 /en/old/* /en/help/*',
      '4 /hc https://x.example',
    ]);
  });

  it.each([
    ['no list', 'a: b', '1: expected a list'],
    ['a target that is none', '- { from: /a, to: b }', '1: to: expected'],
    ['a rest that comes from nowhere', '- { from: /a, to: /b/* }', '1: to: ends with /*'],
    ['a language that comes from nowhere', '- { from: /a, to: /:locale/b }', '1: to: has :locale'],
    ['broken YAML', '- { from: /a', '1: '],
  ])('tells %s', (_name, text, expected) => {
    expect(
      readRedirects(text)
        .mistakes.map(({ line, message }) => `${line}: ${message}`)
        .join(),
    ).toContain(expected);
  });

  it('takes an empty file for no rules', () => {
    expect(readRedirects('')).toEqual({ redirects: [], mistakes: [] });
  });
});

describe('resolveRedirect', () => {
  const rules = table([
    ['/a', '/b'],
    ['/b', '/c'],
    ['/old/*', '/new/*'],
    ['/old/kept', '/elsewhere'],
    ['/gone/*', '/home'],
    ['/x', '/y'],
    ['/y', '/x'],
    ['/inside', '/fr/help/e/interne', 'agents'],
  ]);
  it.each([
    ['/a', '/c'],
    ['/old/deep/page', '/new/deep/page'],
    ['/old/kept', '/elsewhere'],
    ['/gone/1', '/home'],
    ['/x', null],
    ['/nothing', null],
    ['/old', null],
    ['/inside', null],
  ])('leads %s to %s', (path, to) => {
    expect(resolveRedirect(rules, path, ['public'])).toBe(to);
  });

  it('tells those who may read it where a restricted article went', () => {
    expect(resolveRedirect(rules, '/inside', ['public', 'customers', 'agents'])).toBe('/fr/help/e/interne');
  });
});
