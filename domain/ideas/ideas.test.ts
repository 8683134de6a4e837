import { describe, expect, it } from 'vitest';
import { ideaOfRequest } from './from-request';
import { foldIdea, type IdeaEvent } from './history';
import { IDEA_RULES, IDEA_STATES, ideaMoveNeeds, publishes, statesOfView } from './states';

const DAY = 86_400_000;
const proposed: IdeaEvent = { at: 0, actorId: 'camille', kind: 'proposed', data: {} };
const moved = (day: number, data: Extract<IdeaEvent, { kind: 'moved' }>['data']): IdeaEvent => ({
  at: day * DAY,
  actorId: 'ines',
  kind: 'moved',
  data,
});

describe('the states of an idea', () => {
  it('lead from reception to every other state, and from none to itself', () => {
    expect([...IDEA_RULES.received.next].sort()).toEqual(IDEA_STATES.filter((state) => state !== 'received').sort());
    for (const state of IDEA_STATES) expect(IDEA_RULES[state].next).not.toContain(state);
  });

  it('never lead back to reception: what was read stays read', () => {
    for (const state of IDEA_STATES) expect(IDEA_RULES[state].next).not.toContain('received');
  });

  it('can each be left again', () => {
    for (const state of IDEA_STATES) expect(IDEA_RULES[state].next.length).toBeGreaterThan(0);
  });

  it.each([
    ['reviewed', null],
    ['grouped', 'theme'],
    ['planned', null],
    ['shipped', null],
    ['declined', 'reason'],
  ] as const)('asks of a move to %s for %s', (to, need) => {
    expect(ideaMoveNeeds(to)).toBe(need);
  });

  it('take votes while something may still become of them, in the lists of open ones', () => {
    expect(IDEA_STATES.filter((state) => IDEA_RULES[state].takesVotes)).toEqual(statesOfView('popular'));
  });
});

describe('the history of an idea', () => {
  it('says nothing of an idea that is only proposed', () => {
    expect(foldIdea([proposed])).toEqual({
      state: 'received',
      readAt: null,
      publishedAt: null,
      themeId: null,
      reason: null,
      mergedIntoId: null,
      changedAt: 0,
    });
  });

  it('publishes it at the first move but for one that declines it, and never takes that back', () => {
    const declined = moved(1, { from: 'received', to: 'declined', reason: { fr: 'Trop rare.' } });
    expect(foldIdea([proposed, declined])).toMatchObject({
      publishedAt: null,
      readAt: DAY,
      reason: { fr: 'Trop rare.' },
    });
    const reviewed = moved(2, { from: 'declined', to: 'reviewed' });
    const again = moved(3, { from: 'reviewed', to: 'declined', reason: { fr: 'Trop rare.' } });
    expect(foldIdea([proposed, declined, reviewed])).toMatchObject({ publishedAt: 2 * DAY, readAt: DAY, reason: null });
    expect(foldIdea([proposed, declined, reviewed, again])).toMatchObject({ publishedAt: 2 * DAY });
    expect(publishes('declined')).toBe(false);
  });

  it('keeps its theme until a state has none', () => {
    const grouped = moved(1, { from: 'received', to: 'grouped', themeId: 'a' });
    const planned = moved(2, { from: 'grouped', to: 'planned' });
    const reviewed = moved(3, { from: 'planned', to: 'reviewed' });
    expect(foldIdea([proposed, grouped, planned]).themeId).toBe('a');
    expect(foldIdea([proposed, grouped, planned, reviewed]).themeId).toBeNull();
  });

  it('counts a merge as read, and lets it be taken back', () => {
    const other = { other: 2, otherId: 'b' };
    const merged: IdeaEvent = { at: DAY, actorId: 'ines', kind: 'merged', data: other };
    const apart: IdeaEvent = { at: 2 * DAY, actorId: 'ines', kind: 'unmerged', data: other };
    expect(foldIdea([proposed, merged])).toMatchObject({ mergedIntoId: 'b', readAt: DAY, publishedAt: null });
    expect(foldIdea([proposed, merged, apart])).toMatchObject({ mergedIntoId: null, readAt: DAY });
  });

  it('begins with the proposal', () => {
    expect(() => foldIdea([])).toThrow(RangeError);
    expect(() => foldIdea([moved(1, { from: 'received', to: 'reviewed' })])).toThrow(RangeError);
  });
});

describe('a request as an idea', () => {
  const fields = [
    { key: 'why', kind: 'longText' },
    { key: 'situation', kind: 'longText' },
    { key: 'rhythm', kind: 'choice' },
    { key: 'today', kind: 'longText' },
    { key: 'budget', kind: 'number' },
  ] as const;

  it('takes what an idea has as well, and leaves the rest with the request', () => {
    const values = {
      why: 'Gagner du temps',
      situation: 'En septembre',
      rhythm: 'yearly',
      today: 'À la main',
      budget: 3,
    };
    expect(ideaOfRequest({ subject: 'Relancer par SMS', description: 'Un bouton' }, fields, values)).toEqual({
      title: 'Relancer par SMS',
      need: 'Un bouton',
      why: 'Gagner du temps',
      situation: 'En septembre\n\nÀ la main',
      rhythm: 'yearly',
    });
  });

  it('does with a form that asks for none of it', () => {
    expect(ideaOfRequest({ subject: 'Relancer', description: 'Un bouton' }, [], {})).toMatchObject({
      why: '',
      situation: '',
      rhythm: null,
    });
    expect(ideaOfRequest({ subject: 'Relancer', description: 'Un bouton' }, fields, { rhythm: 'hourly' }).rhythm).toBe(
      null,
    );
  });
});
