import { describe, expect, it } from 'vitest';
import { reachOf } from './degrees';

describe('whose requests a member sees', () => {
  it.each([
    ['none', true, 'sales', 'own'],
    ['none', false, 'sales', 'own'],
    ['managers', true, null, 'organisation'],
    ['managers', false, 'sales', 'own'],
    ['team', true, null, 'organisation'],
    ['team', false, 'sales', 'team'],
    ['team', false, null, 'own'],
    ['members', false, null, 'organisation'],
    ['members', true, 'sales', 'organisation'],
  ] as const)('degree %s, manager %s, team %s: %s', (visibility, manager, teamId, reach) => {
    expect(reachOf({ visibility, manager, teamId })).toBe(reach);
  });

  it('takes a membership that does not say for the default', () => {
    expect([reachOf({ manager: true }), reachOf({ manager: false, teamId: 'sales' })]).toEqual(['organisation', 'own']);
  });
});
