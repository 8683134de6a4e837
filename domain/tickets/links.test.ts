import { describe, expect, it } from 'vitest';
import { LINK_KINDS, LINK_ROLES, placeOf, roleAt, roleOfOther } from './links';

describe('links between requests', () => {
  it.each(LINK_ROLES)('%s is read back from where it is kept, and from the other end', (role) => {
    const { kind, end } = placeOf(role);
    expect(roleAt(kind, end)).toBe(role);
    expect(roleOfOther(roleOfOther(role))).toBe(role);
  });

  it.each(LINK_KINDS)('%s has a word for either end', (kind) => {
    expect(roleOfOther(roleAt(kind, 'from'))).toBe(roleAt(kind, 'to'));
  });

  it('says what the other request is', () => {
    expect(roleOfOther('duplicate_of')).toBe('has_duplicate');
    expect(roleOfOther('causes')).toBe('caused_by');
    expect(roleOfOther('related')).toBe('related');
  });
});
