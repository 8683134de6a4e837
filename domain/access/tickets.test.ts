import { describe, expect, it } from 'vitest';
import type { Actor, UserActor } from './actor';
import { audiencesOf, GRANTS, isGranted } from './grants';
import { maySeeTicket } from './tickets';

const person = (id: string, role: UserActor['role'], memberships: UserActor['memberships'] = []): Actor => ({
  kind: 'user',
  id,
  role,
  name: id,
  email: `${id}@example.test`,
  locale: 'fr',
  timeZone: 'Europe/Paris',
  memberships,
});
const ofCamille = { requesterId: 'camille', organisationId: 'garden' };

describe('who sees a request', () => {
  it.each([
    ['a visitor', { kind: 'visitor' } as Actor, false],
    ['its requester', person('camille', 'customer'), true],
    ['a manager of its organisation', person('noor', 'customer', [{ organisationId: 'garden', manager: true }]), true],
    [
      'a plain member of its organisation',
      person('noor', 'customer', [{ organisationId: 'garden', manager: false }]),
      false,
    ],
    [
      'a manager of another organisation',
      person('noor', 'customer', [{ organisationId: 'rowing', manager: true }]),
      false,
    ],
    ['an agent', person('theo', 'agent'), true],
    ['an editor', person('ines', 'editor'), false],
    ['an admin', person('maud', 'admin'), true],
    ['Guichet itself', { kind: 'system', name: 'worker' } as Actor, true],
  ])('%s: %s', (_who, actor, visible) => {
    expect(maySeeTicket(actor, ofCamille)).toBe(visible);
  });

  it('does not take two requests without an organisation for the same one', () => {
    const manager = person('noor', 'customer', [{ organisationId: 'garden', manager: true }]);
    expect(maySeeTicket(manager, { requesterId: 'camille', organisationId: null })).toBe(false);
  });
});

describe('grants', () => {
  it('name each grantee once', () => {
    for (const [permission, grantees] of Object.entries(GRANTS))
      expect([permission, new Set(grantees).size]).toEqual([permission, grantees.length]);
  });

  it('keep visitors and customers out of the desk, the studio and administration', () => {
    for (const verb of [
      'tickets.note',
      'tickets.move',
      'tickets.queue',
      'incidents.open',
      'roadmap.edit',
      'people.changeRole',
      'mail.outbox',
    ] as const) {
      expect([verb, isGranted(verb, 'visitor'), isGranted(verb, 'customer')]).toEqual([verb, false, false]);
    }
  });

  it('open content by audience', () => {
    expect(audiencesOf('visitor')).toEqual(['public']);
    expect(audiencesOf('customer')).toEqual(['public', 'customers']);
    expect(audiencesOf('agent')).toContain('agents');
    expect(audiencesOf('system')).toEqual(['public']);
  });
});
