import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import glob from 'fast-glob';
import { describe, expect, it } from 'vitest';
import { treatmentOf } from './reading-paths';

const APP = resolve('app');

/** An address that leads to the page: groups have no part in it, parameters are any slug. */
const addressOf = (file: string): string =>
  `/${file.split('/').slice(0, -1).join('/')}`
    .replaceAll(/\/\([^)]+\)/g, '')
    .replace('[locale]', 'fr')
    .replaceAll(/\[[^\]]+\]/g, 'some-slug');

const PAGES = glob.sync('\\[locale\\]/**/page.tsx', { cwd: APP }).map((file) => [addressOf(file), file] as const);

const isInSite = (file: string): boolean => file.includes('/(site)/');

describe('the pages of app', () => {
  it('are found', () => {
    expect(PAGES.length).toBeGreaterThan(0);
  });

  it.each(PAGES)('%s is treated as its folder says', (address, file) => {
    const { kind } = treatmentOf(address);
    if (isInSite(file)) expect(['stored', 'light']).toContain(kind);
    else expect(['stored', 'work']).toContain(kind);
  });

  it.each(PAGES.filter(([address]) => treatmentOf(address).kind === 'stored'))(
    '%s, being stored, is rendered on demand and the same for all',
    (_, file) => {
      expect(readFileSync(join(APP, file), 'utf8')).toMatch(/export const generateStaticParams = \(\) => \[\]/);
    },
  );
});
