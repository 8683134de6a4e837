import type { LocalisedText } from '../people/localised';
import type { PolicyTargets } from './policy';
import type { Target } from './targets';

/** A level of criticality with what is promised for it. */
export type LevelDefinition = {
  key: string;
  /** From which severity (1 to 5) on it applies. */
  fromSeverity: number;
  name: LocalisedText;
  definition: LocalisedText;
  examples: LocalisedText;
  targets: PolicyTargets;
};

const work = (amount: number, unit: 'minute' | 'hour' | 'day'): Target => ({ kind: 'work', amount, unit });
const elapsed = (amount: number, unit: 'hour' | 'day' | 'week'): Target => ({ kind: 'elapsed', amount, unit });
const BEST_EFFORT: Target = { kind: 'bestEffort' };

/** Source: product description, part G (deadlines by criticality). */
const PROMISES = {
  critical: { taken: work(1, 'hour'), answer: work(4, 'hour'), resolution: elapsed(48, 'hour') },
  high: { taken: work(10, 'day'), answer: work(2, 'day'), resolution: elapsed(1, 'week') },
  medium: { taken: BEST_EFFORT, answer: work(5, 'day'), resolution: { kind: 'nextRelease' } },
  low: { taken: BEST_EFFORT, answer: work(10, 'day'), resolution: { kind: 'releaseWithin', weeks: 4 } },
  comfort: { taken: BEST_EFFORT, answer: work(10, 'day'), resolution: BEST_EFFORT },
} as const satisfies Record<string, PolicyTargets>;

type Words = Pick<LevelDefinition, 'name' | 'definition' | 'examples'>;

/** What the shipped levels say; an administrator writes the examples of the house's own product. */
export type PresetWords = Record<keyof typeof PROMISES, Words>;

export const PRESETS = ['three', 'four', 'five'] as const;
export type Preset = (typeof PRESETS)[number];

const SHAPES: Record<Preset, readonly (readonly [key: string, from: number, words: keyof typeof PROMISES])[]> = {
  three: [
    ['p1', 5, 'critical'],
    ['p2', 3, 'high'],
    ['p3', 1, 'low'],
  ],
  four: [
    ['critical', 5, 'critical'],
    ['high', 4, 'high'],
    ['medium', 3, 'medium'],
    ['low', 1, 'low'],
  ],
  five: [
    ['critical', 5, 'critical'],
    ['high', 4, 'high'],
    ['medium', 3, 'medium'],
    ['low', 2, 'low'],
    ['comfort', 1, 'comfort'],
  ],
};

/** The levels of a shipped preset, gravest first. In the preset of three, names carry the usual P1 to P3. */
export const presetLevels = (preset: Preset, words: PresetWords): LevelDefinition[] =>
  SHAPES[preset].map(([key, fromSeverity, from]) => {
    const said = words[from];
    const mark = preset === 'three' ? `${key.toUpperCase()} · ` : '';
    const name = { fr: `${mark}${said.name.fr}`, ...(said.name.en ? { en: `${mark}${said.name.en}` } : {}) };
    return { ...said, key, fromSeverity, name, targets: PROMISES[from] };
  });
