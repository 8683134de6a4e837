import { describe, expect, it, vi } from 'vitest';
import { isClosedDemoAccount } from './demo-accounts';

const { demo } = vi.hoisted(() => ({ demo: { demoAccounts: true } }));
vi.mock('../kernel/env', () => ({ env: () => demo }));

describe('accounts of the demo', () => {
  it.each([
    ['theo@guichet.example', true, false],
    ['theo@guichet.example', false, true],
    ['someone@company.test', false, false],
    ['boss@company.example', false, false],
    ['boss@not-guichet.example', false, false],
  ])('%s with the demo entered: %s', (email, demoAccounts, closed) => {
    demo.demoAccounts = demoAccounts;
    expect(isClosedDemoAccount(email)).toBe(closed);
  });
});
