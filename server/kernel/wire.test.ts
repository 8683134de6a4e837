import superjson, { type SuperJSONResult } from 'superjson';
import { describe, expect, it } from 'vitest';
import { toldAs } from './wire';

/** What arrives of a value: through JSON, read by superjson. */
const arrived = (value: unknown): unknown =>
  superjson.deserialize(JSON.parse(JSON.stringify(toldAs(value))) as SuperJSONResult);

const cycle: Record<string, unknown> = { name: 'itself' };
cycle.self = cycle;

describe('an answer on the wire', () => {
  it.each([
    [
      'dates wherever they stand',
      { at: new Date(0), list: [new Date(1), [{ 'a.b': new Date(2), 'c\\d': new Date(3) }]] },
    ],
    ['a date alone', new Date(4)],
    ['nothing', undefined],
    ['null', null],
    ['a text that looks like a date', { text: '2026-11-22T10:00:00.000Z' }],
    [
      'what JSON cannot say',
      { set: new Set([1]), map: new Map([['a', new Date(5)]]), big: 12n, none: Number.NaN, minus: -0 },
    ],
    ['a list with nothing in between', [1, undefined, new Date(6)]],
    ['a name that objects have by themselves', { toString: new Date(7), values: [new Date(8)] }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { at: new Date(9) })],
  ])('holds %s', (_, value) => {
    expect(arrived(value)).toEqual(value);
  });

  it('holds what contains itself', () => {
    const back = arrived(cycle) as { name: string; self: unknown };
    expect([back.name, back.self === back]).toEqual(['itself', true]);
  });

  it('is written as superjson writes it', () => {
    const value = { at: new Date(0), rows: [{ due: null, since: new Date(1), 'x.y': { z: new Date(2) } }], count: 3 };
    expect(JSON.parse(JSON.stringify(toldAs(value)))).toEqual(superjson.serialize(value));
    expect(toldAs({ count: 3 })).toEqual(superjson.serialize({ count: 3 }));
  });
});
