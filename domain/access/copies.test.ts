import { describe, expect, it } from 'vitest';
import type { UserActor } from './actor';
import { decidesOn, isOfDomain } from './copies';

const person = (id: string, role: UserActor['role'], manager?: boolean): UserActor => ({
  kind: 'user',
  id,
  role,
  name: id,
  email: `${id}@example.test`,
  locale: 'fr',
  timeZone: 'Europe/Paris',
  memberships: manager === undefined ? [] : [{ organisationId: 'garden', manager }],
});

describe('who decides on a request', () => {
  it.each([
    ['its requester', person('noor', 'customer', false), true],
    ['a manager', person('camille', 'customer', true), true],
    ['a colleague', person('leo', 'customer', false), false],
    ['a person in copy from elsewhere', person('jonas', 'customer'), false],
    ['an agent', person('theo', 'agent'), true],
    ['an editor', person('ines', 'editor'), false],
  ])('%s: %s', (_who, actor, decides) => {
    expect(decidesOn(actor, { requesterId: 'noor', organisationId: 'garden', followerIds: ['jonas', 'leo'] })).toBe(
      decides,
    );
  });

  it('knows an address by its whole domain', () => {
    expect(
      ['a@garden.test', 'a@not-garden.test', 'a@garden.test.evil'].map((email) => isOfDomain(email, ['garden.test'])),
    ).toEqual([true, false, false]);
  });
});
