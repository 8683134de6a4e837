import { describe, expect, it } from 'vitest';
import { readDays, readSpans, shapeOf, TARGET_SHAPES, targetOf, writeDays, writeSpans } from './written';

describe('opening hours as people write them', () => {
  it.each([
    ['', []],
    ['09:00-12:30', [{ from: '09:00', to: '12:30' }]],
    [
      '09:00–12:30 ; 14:00 - 24:00',
      [
        { from: '09:00', to: '12:30' },
        { from: '14:00', to: '24:00' },
      ],
    ],
    ['9-12', null],
    ['12:00-09:00', null],
    ['09:00-25:00', null],
    ['24:30-24:45', null],
  ])('%s', (written, spans) => {
    expect(readSpans(written)).toEqual(spans);
  });

  it('are written as they are read', () => {
    expect(
      readSpans(
        writeSpans([
          { from: '09:00', to: '12:30' },
          { from: '14:00', to: '18:00' },
        ]),
      ),
    ).toHaveLength(2);
  });
});

describe('days, one a line', () => {
  it.each([
    ['2026-12-24 Pont de Noël', [{ date: '2026-12-24', spans: [], name: 'Pont de Noël' }]],
    [
      '2026-12-19 10:00-12:00 Samedi',
      [{ date: '2026-12-19', spans: [{ from: '10:00', to: '12:00' }], name: 'Samedi' }],
    ],
    ['2026-02-30 Jamais', null],
    ['2026-12-24', null],
    ['demain Fermé', null],
    ['2026-12-19 12:00-10:00 À l’envers', null],
  ])('%s', (written, days) => {
    expect(readDays(written)).toEqual(days);
  });

  it('are written as they are read', () => {
    const written = '2026-12-19 10:00-12:00 Samedi\n2026-12-24 Pont';
    expect(writeDays((readDays(written) ?? []).map((day) => ({ ...day, name: { fr: day.name } })))).toBe(written);
  });
});

it.each(TARGET_SHAPES)('a target of the shape %s is what it was written as', (shape) => {
  expect(shapeOf(targetOf(shape, 3)).shape).toBe(shape);
});
