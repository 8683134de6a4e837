import { expect, it } from 'vitest';
import { createRenewals } from './renewals';

/** A renewal that ends when it is told to. */
const held = () => {
  const asked: string[] = [];
  const ends: (() => void)[] = [];
  const renewals = createRenewals((path) => {
    asked.push(path);
    return new Promise<void>((done) => ends.push(done));
  });
  const end = async (): Promise<void> => {
    ends.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { asked, renewals, end };
};

it('renews one page at a time, each once however many readers come', async () => {
  const { asked, renewals, end } = held();
  for (const path of ['/a', '/b', '/a', '/b']) expect(renewals.add(path)).toBe(true);
  expect(asked).toEqual(['/a']);
  await end();
  expect(asked).toEqual(['/a', '/b']);
  await end();
  renewals.add('/a');
  expect(asked).toEqual(['/a', '/b', '/a']);
});

it('turns away what it has no room for, until it has again', async () => {
  const { renewals, end } = held();
  for (let at = 0; at < 200; at += 1) renewals.add(`/${at}`);
  expect(renewals.add('/late')).toBe(false);
  expect(renewals.add('/7')).toBe(true);
  await end();
  expect(renewals.add('/late')).toBe(true);
});
