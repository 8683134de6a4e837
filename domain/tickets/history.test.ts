import { describe, expect, it } from 'vitest';
import { foldTicket, type TicketEvent } from './history';

const opened: TicketEvent = { kind: 'opened', data: {}, at: 1_000, actorId: 'camille' };
const moved = (
  from: 'submitted' | 'resolved' | 'in_review',
  to: 'resolved' | 'in_review' | 'closed',
  at: number,
): TicketEvent => ({
  kind: 'moved',
  data: { from, to },
  at,
  actorId: 'theo',
});

describe('the present state of a request', () => {
  it('begins as submitted, by nobody, active when it was opened', () => {
    expect(foldTicket([opened])).toEqual({
      status: 'submitted',
      teamId: null,
      assigneeId: null,
      lastActivityAt: 1_000,
      firstAnsweredAt: null,
      answeredAt: null,
      waitingSince: 1_000,
      resolvedAt: null,
      closedAt: null,
      statusSince: 1_000,
      criticality: null,
      answers: null,
      complete: true,
      reproducible: false,
      snoozedUntil: null,
      partner: null,
      release: null,
      closingReason: null,
      duplicateOf: null,
      rating: null,
      ratedAt: null,
      verdict: null,
    });
  });

  it('tells since when the customer waits for an answer, and when the desk gave its last one', () => {
    const reply = (side: 'requester' | 'agent', at: number): TicketEvent => ({
      kind: 'replied',
      data: { messageId: 'm', side },
      at,
      actorId: 'x',
    });
    const recap: TicketEvent = {
      kind: 'call',
      data: { callId: 'c', step: 'recapped', messageId: 'm' },
      at: 5_000,
      actorId: 'theo',
    };
    const told = (...events: TicketEvent[]) => {
      const { answeredAt, waitingSince } = foldTicket([opened, ...events]);
      return { answeredAt, waitingSince };
    };
    expect(told(reply('requester', 2_000))).toEqual({ answeredAt: null, waitingSince: 1_000 });
    expect(told(reply('agent', 3_000))).toEqual({ answeredAt: 3_000, waitingSince: null });
    expect(told(reply('agent', 3_000), reply('requester', 4_000), reply('requester', 4_500))).toEqual({
      answeredAt: 3_000,
      waitingSince: 4_000,
    });
    expect(told(reply('requester', 2_000), recap)).toEqual({ answeredAt: 5_000, waitingSince: null });
    const takenBack: TicketEvent = { kind: 'undone', data: { facts: [1] }, at: 3_100, actorId: 'theo' };
    expect(told(reply('agent', 3_000), takenBack)).toEqual({ answeredAt: null, waitingSince: 1_000 });
  });

  it('takes the first answer of the desk, not of the customer', () => {
    const reply = (side: 'requester' | 'agent', at: number): TicketEvent => ({
      kind: 'replied',
      data: { messageId: 'm', side },
      at,
      actorId: 'x',
    });
    expect(foldTicket([opened, reply('requester', 2_000), reply('agent', 3_000), reply('agent', 4_000)])).toMatchObject(
      {
        firstAnsweredAt: 3_000,
        lastActivityAt: 4_000,
      },
    );
  });

  it('moves the last activity with an internal note', () => {
    expect(
      foldTicket([opened, { kind: 'noted', data: { messageId: 'm' }, at: 9_000, actorId: 'theo' }]).lastActivityAt,
    ).toBe(9_000);
  });

  it('forgets when it was resolved once it is reopened, and keeps it through closing', () => {
    const resolved = moved('submitted', 'resolved', 2_000);
    expect(foldTicket([opened, resolved]).resolvedAt).toBe(2_000);
    expect(foldTicket([opened, resolved, moved('resolved', 'in_review', 3_000)]).resolvedAt).toBeNull();
    expect(foldTicket([opened, resolved, moved('resolved', 'closed', 4_000)])).toMatchObject({
      resolvedAt: 2_000,
      closedAt: 4_000,
    });
  });

  it('keeps the last assignment, and can be given back to nobody', () => {
    const assigned = (assigneeId: string | null, at: number): TicketEvent => ({
      kind: 'assigned',
      data: { assigneeId },
      at,
      actorId: 'theo',
    });
    expect(foldTicket([opened, assigned('theo', 2_000), assigned('yanis', 3_000)]).assigneeId).toBe('yanis');
    expect(foldTicket([opened, assigned('theo', 2_000), assigned(null, 3_000)]).assigneeId).toBeNull();
  });

  it('is a bug without an opening', () => {
    expect(() => foldTicket([])).toThrow(RangeError);
  });

  it('keeps what a move says until the next one', () => {
    const waits: TicketEvent = {
      kind: 'moved',
      data: { from: 'submitted', to: 'waiting_partner', partner: 'La banque' },
      at: 2_000,
      actorId: 'theo',
    };
    expect(foldTicket([opened, waits])).toMatchObject({ partner: 'La banque', statusSince: 2_000 });
    expect(foldTicket([opened, waits, moved('in_review', 'resolved', 3_000)]).partner).toBeNull();
  });

  it('moves nothing a reader sees when Guichet notes something for itself', () => {
    const noted: TicketEvent[] = [
      { kind: 'deadline', data: { clock: 'taken', turn: 1, stage: 'warned', due: 9_000 }, at: 5_000, actorId: null },
      { kind: 'reminded', data: { turn: 1 }, at: 6_000, actorId: null },
    ];
    expect(foldTicket([opened, ...noted])).toEqual(foldTicket([opened]));
  });

  it('sleeps until an hour, or until somebody writes or moves it, or what it waits for has ended', () => {
    const sleeps: TicketEvent = { kind: 'snoozed', data: { until: 9_000 }, at: 2_000, actorId: 'theo' };
    const says: TicketEvent = {
      kind: 'replied',
      data: { messageId: 'm', side: 'requester' },
      at: 3_000,
      actorId: 'camille',
    };
    expect(foldTicket([opened, sleeps]).snoozedUntil).toBe(9_000);
    expect(foldTicket([opened, sleeps, says]).snoozedUntil).toBeNull();
    const ended: TicketEvent = { kind: 'proposed', data: { incidentId: 'i' }, at: 3_000, actorId: null };
    expect(foldTicket([opened, sleeps, ended]).snoozedUntil).toBeNull();
    expect(foldTicket([opened, sleeps, moved('submitted', 'in_review', 3_000)]).snoozedUntil).toBeNull();
  });
});
