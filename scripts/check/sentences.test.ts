import { expect, it } from 'vitest';
import { readsAsSentence } from './sentences';

it.each([
  'Your request was sent',
  'Déconnexion',
  'Votre demande est envoyée',
  'il y a {n} jours à Paris',
  'Nothing found. Try again.',
  'Vous n’avez pas accès',
])('%s is for readers', (text) => {
  expect(readsAsSentence(text)).toBe(true);
});

it.each([
  'tickets.resolve',
  'text/html; charset=utf-8',
  'content-security-policy',
  'Bearer',
  'no-store, must-revalidate',
  'select id',
  '/fr/help',
  'X-Request-Id',
  'Europe/Paris',
])('%s is for machines', (text) => {
  expect(readsAsSentence(text)).toBe(false);
});
