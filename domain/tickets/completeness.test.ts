import { expect, it } from 'vitest';
import { completenessOf } from './completeness';

const FORM = {
  asksCriticality: true,
  fields: [
    { key: 'steps', need: 'expected' },
    { key: 'origin', need: 'required' },
    { key: 'since', need: 'optional' },
  ],
} as const;

it('misses all of an empty form but what is optional', () => {
  expect(completenessOf(FORM, {})).toEqual({
    done: 0,
    of: 5,
    missing: [
      { kind: 'subject' },
      { kind: 'description' },
      { kind: 'field', key: 'steps' },
      { kind: 'field', key: 'origin' },
      { kind: 'criticality' },
    ],
  });
});

it('counts what is there: a generic subject, few words and two answers of three are not enough', () => {
  const written = {
    subject: 'Gros bug urgent',
    description: 'Plus rien ne va.',
    'answers.steps': '1. J’ouvre la page.',
    'answers.origin': '  ',
    blocked: 'fully',
    wayRound: 'none',
  };
  expect(completenessOf(FORM, { ...written, subject: 'Problème urgent' })).toMatchObject({ done: 1, of: 5 });
  expect(
    completenessOf(FORM, {
      ...written,
      subject: 'L’import s’arrête à la ligne 847',
      description: 'Je choisis mon fichier, puis plus rien ne se passe du tout.',
      'answers.origin': '#1042',
      reach: 'one',
    }),
  ).toEqual({ done: 5, of: 5, missing: [] });
});
