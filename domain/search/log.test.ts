import { describe, expect, it } from 'vitest';
import { answerPath, isAnswer, normaliseQuery, outcomeOf } from './log';

describe('a query as it is kept', () => {
  it.each([
    ['  Reçus   FISCAUX ? ', 'recus fiscaux', 'reçus fiscaux'],
    ['« l’adhésion »', "l'adhesion", 'l’adhésion'],
    ['c++', 'c', 'c'],
    ['camille@exemple.fr ne reçoit rien', '@ ne recoit rien', '@ ne reçoit rien'],
    ['facture 2026-000123', 'facture #', 'facture #'],
    ['rappeler au 06 12 34 56 78', 'rappeler au #', 'rappeler au #'],
    ['version 4.12', 'version 4.12', 'version 4.12'],
    ['exercice 2026', 'exercice 2026', 'exercice 2026'],
  ])('%s', (query, words, typed) => {
    expect(normaliseQuery(query)).toEqual({ words, typed });
  });

  it.each(['', '   ', '?!…'])('nothing of %j', (query) => {
    expect(normaliseQuery(query)).toBeNull();
  });

  it('is cut to a length', () => {
    expect(normaliseQuery('a'.repeat(1000))?.words).toHaveLength(200);
  });
});

describe('what came of a reading', () => {
  const DAY = 86_400_000;
  it.each([
    ['a request the next day', [DAY], 2 * DAY, 'asked'],
    ['a request on the last day', [7 * DAY], 30 * DAY, 'asked'],
    ['a request a moment too late', [7 * DAY + 1], 30 * DAY, 'answered'],
    ['a request from before', [-DAY, 0], 30 * DAY, 'answered'],
    ['nothing so far', [], 7 * DAY, 'open'],
    ['nothing in seven days', [], 7 * DAY + 1, 'answered'],
  ] as const)('%s', (_, requests, now, outcome) => {
    expect(outcomeOf(0, requests, now)).toBe(outcome);
  });
});

it('one’s own request is found, but answers nothing', () => {
  expect((['article', 'question', 'incident', 'request', 'theme'] as const).map(isAnswer)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('a section of an article is the article; a question is itself', () => {
  expect(answerPath('article', '/fr/help/a/b#etape-2')).toBe('/fr/help/a/b');
  expect(answerPath('question', '/fr/faq#mot-de-passe')).toBe('/fr/faq#mot-de-passe');
});
