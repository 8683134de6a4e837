import { describe, expect, it } from 'vitest';
import { openQuestion } from './asking';
import type { TicketEvent } from './history';

const opened: TicketEvent = { at: 0, actorId: 'camille', kind: 'opened', data: {} };
const asked = (messageId: string): TicketEvent => ({ at: 1, actorId: 'theo', kind: 'asked', data: { messageId } });
const said = (side: 'requester' | 'agent'): TicketEvent => ({
  at: 2,
  actorId: side,
  kind: 'replied',
  data: { messageId: `by-${side}`, side },
});

describe('the question that waits for the customer', () => {
  it.each<[string, TicketEvent[], string | null]>([
    ['none was asked', [opened, said('agent')], null],
    ['one was', [opened, asked('a')], 'a'],
    ['the desk wrote on', [opened, asked('a'), said('agent')], 'a'],
    ['it was answered', [opened, asked('a'), said('requester')], null],
    ['the last of two', [opened, asked('a'), said('requester'), asked('b')], 'b'],
    ['it was taken back', [opened, asked('a'), { at: 3, actorId: 'theo', kind: 'undone', data: { facts: [1] } }], null],
  ])('%s', (_, events, question) => {
    expect(openQuestion(events)).toBe(question);
  });
});
