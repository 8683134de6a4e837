import { randomUUID } from 'node:crypto';
import type { LocalisedText } from '@/domain/people/localised';
import type { Tx } from '../client';
import { insertTheme, type Theme } from './queries';

/** Makes a theme of the roadmap, for tests. */
export const makeTheme = async (tx: Tx, { title }: { title: LocalisedText }): Promise<Theme> => {
  const words = { why: { fr: 'Pourquoi' }, what: { fr: 'Quoi' }, area: { fr: 'Adhérents' } };
  const theme = await insertTheme(tx, {
    ...words,
    title,
    key: `t-${randomUUID()}`,
    state: 'planned',
    horizon: 'next',
  });
  if (!theme) throw new Error('a fresh key was taken');
  return theme;
};
