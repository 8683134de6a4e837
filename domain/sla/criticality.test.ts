import { describe, expect, it } from 'vitest';
import { CRITICALITY_QUESTIONS, type CriticalityAnswers, levelFor, severityOf } from './criticality';
import { PRESETS, type PresetWords, presetLevels } from './presets';

const said = (name: string) => ({ name: { fr: name, en: name }, definition: { fr: 'd' }, examples: { fr: 'e' } });
const WORDS: PresetWords = {
  critical: said('Critical'),
  high: said('High'),
  medium: said('Medium'),
  low: said('Low'),
  comfort: said('Comfort'),
};
const levels = presetLevels('four', WORDS);

describe('three plain questions', () => {
  it.each([
    ['fully', 'none', 'all', 'critical'],
    ['fully', 'none', 'one', 'high'],
    ['fully', 'hard', 'some', 'medium'],
    ['partly', 'none', 'one', 'medium'],
    ['partly', 'hard', 'all', 'medium'],
    ['fully', 'easy', 'all', 'low'],
    ['no', 'easy', 'one', 'low'],
    ['no', 'none', 'all', 'low'],
  ] as const)('blocked %s, way round %s, for %s: %s', (blocked, wayRound, reach, key) => {
    expect(levelFor(levels, severityOf({ blocked, wayRound, reach }))?.key).toBe(key);
  });

  it('never make a matter lighter by a graver answer', () => {
    const { blocked, wayRound, reach } = CRITICALITY_QUESTIONS;
    const all = blocked.flatMap((b) => wayRound.flatMap((w) => reach.map((r) => [b, w, r] as const)));
    for (const [b, w, r] of all) {
      const here = severityOf({ blocked: b, wayRound: w, reach: r });
      const graver = [
        [blocked[blocked.indexOf(b) + 1], w, r],
        [b, wayRound[wayRound.indexOf(w) + 1], r],
        [b, w, reach[reach.indexOf(r) + 1]],
      ].filter((answers) => answers.every((answer) => answer !== undefined));
      for (const [nextB, nextW, nextR] of graver) {
        const answers = { blocked: nextB, wayRound: nextW, reach: nextR } as CriticalityAnswers;
        expect([answers, severityOf(answers) >= here]).toEqual([answers, true]);
      }
    }
  });
});

describe.each(PRESETS)('the preset of %s levels', (preset) => {
  const shipped = presetLevels(preset, WORDS);
  it('has as many, each with its own threshold, the lightest for everything that is left', () => {
    expect(shipped).toHaveLength({ three: 3, four: 4, five: 5 }[preset]);
    expect(new Set(shipped.map((level) => level.fromSeverity)).size).toBe(shipped.length);
    expect(Math.min(...shipped.map((level) => level.fromSeverity))).toBe(1);
  });
});

it('names the levels of three as people call them', () => {
  expect(presetLevels('three', WORDS).map((level) => level.name.en)).toEqual([
    'P1 · Critical',
    'P2 · High',
    'P3 · Low',
  ]);
});

it('answers no level where there is none, and the lightest below every threshold', () => {
  expect(levelFor([], 3)).toBeUndefined();
  expect(levelFor([{ key: 'only', fromSeverity: 4 }], 1)?.key).toBe('only');
});
