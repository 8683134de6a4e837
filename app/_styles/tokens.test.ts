import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...sheet.matchAll(/--color-([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(
    ([, role = '', light = '', dark = '']) => [role, { light, dark }],
  ),
);

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (role: string, ground: string, theme: 'light' | 'dark'): number => {
  const [a, b] = [pairs.get(role)?.[theme], pairs.get(ground)?.[theme]];
  if (!a || !b) throw new Error(`unknown role ${role} or ${ground}`);
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const GROUNDS = ['paper', 'surface', 'sunken', 'hover'];
const TONES = ['positive', 'info', 'warning', 'danger', 'accent'];
const rows: [role: string, ground: string, least: number][] = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'positive', 'info', 'warning', 'danger'].flatMap(
    (role) => GROUNDS.map((ground): [string, string, number] => [role, ground, 4.5]),
  ),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 7],
    ['ink-soft', `${tone}-soft`, 4.5],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['ink', 'mark', 4.5],
  ...['paper', 'surface', 'sunken'].flatMap((ground): [string, string, number][] => [
    ['line-strong', ground, 3],
    ['focus', ground, 3],
  ]),
];

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(rows)('%s on %s is at least %d', (role, ground, least) => {
    expect(contrast(role, ground, theme)).toBeGreaterThanOrEqual(least);
  });
});
