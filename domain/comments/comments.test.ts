import { describe, expect, it } from 'vitest';
import { publicNameOf } from './names';
import { editableUntil, mayEdit } from './rules';
import {
  COMMENT_STATUSES,
  type CommentEventKind,
  type CommentStatus,
  decidedSince,
  MODERATION,
  statusAfter,
  statusBefore,
} from './status';
import { threadsOf } from './threads';

describe('where a comment stands', () => {
  it.each<[string, CommentEventKind[], CommentStatus]>([
    ['waits when written', ['written'], 'waiting'],
    ['is public when approved', ['written', 'approved'], 'approved'],
    ['stays public when edited or reported', ['written', 'approved', 'edited', 'reported'], 'approved'],
    ['waits again when put back', ['written', 'approved', 'reported', 'requeued'], 'waiting'],
    ['follows the last decision', ['written', 'marked-spam', 'requeued', 'rejected'], 'rejected'],
    ['is erased for good', ['written', 'approved', 'erased', 'approved'], 'erased'],
  ])('%s', (_what, kinds, status) => {
    expect(statusAfter(kinds)).toBe(status);
  });

  it.each<[string, CommentEventKind[], CommentStatus | null]>([
    ['to the queue, of what waited', ['written', 'approved'], 'waiting'],
    ['to what was public', ['written', 'approved', 'reported', 'marked-spam'], 'approved'],
    ['to spam', ['written', 'marked-spam', 'approved'], 'spam'],
    ['to the queue, of what was refused', ['written', 'rejected', 'approved'], 'waiting'],
    ['nowhere, where nothing was decided', ['written', 'edited'], null],
    ['nowhere, where it waits by now', ['written', 'approved', 'edited', 'requeued'], null],
    ['nowhere, where nothing is left', ['written', 'approved', 'erased'], null],
  ])('is taken back %s', (_what, kinds, status) => {
    const facts = kinds.map((kind) => ({ kind, back: false, by: null }));
    expect(statusBefore(facts)).toBe(status);
    // Pressed twice, it is taken back once.
    if (status) expect(statusBefore([...facts, { kind: 'approved', back: true, by: null }])).toBeNull();
  });

  it.each<[string, [CommentEventKind, string | null][], string | null]>([
    ['by nobody', [['approved', 'ines']], null],
    [
      'by a colleague',
      [
        ['approved', 'ines'],
        ['rejected', 'maud'],
      ],
      'maud',
    ],
    [
      'by a colleague who put it back',
      [
        ['approved', 'ines'],
        ['requeued', 'maud'],
      ],
      'maud',
    ],
    [
      'by a colleague before',
      [
        ['rejected', 'maud'],
        ['approved', 'ines'],
      ],
      null,
    ],
    [
      'by Guichet alone',
      [
        ['approved', 'ines'],
        ['requeued', null],
      ],
      null,
    ],
    [
      'by nobody, where a reader reported it',
      [
        ['approved', 'ines'],
        ['reported', 'noor'],
      ],
      null,
    ],
  ])('is decided on since %s', (_what, told, by) => {
    const facts = told.map(([kind, one]) => ({ kind, back: false, by: one }));
    expect(decidedSince(facts, 'ines')).toBe(by);
  });

  it('has a way back from every decision but erasure', () => {
    for (const from of COMMENT_STATUSES.filter((status) => status !== 'erased')) {
      for (const to of MODERATION[from]) expect([from, to, MODERATION[to].length > 0]).toEqual([from, to, true]);
    }
    expect(MODERATION.erased).toEqual([]);
  });
});

describe('the name under a comment', () => {
  it.each([
    ['first name and initial', 'Camille Roux', 'short', false, 'Camille\u00a0R.'],
    ['the last word of many', 'Anne-Marie de La Tour', 'short', false, 'Anne-Marie\u00a0T.'],
    ['an accent on the initial', 'Noé élan', 'short', false, 'Noé\u00a0É.'],
    ['one word alone', 'Noor', 'short', false, 'Noor'],
    ['all of it where the profile says so', ' Camille Roux ', 'full', false, 'Camille Roux'],
    ['staff with their whole name', 'Théo Lambert', 'short', true, 'Théo Lambert'],
  ] as const)('is %s', (_what, name, style, staff, shown) => {
    expect(publicNameOf(name, style, staff)).toBe(shown);
  });
});

describe('changing a comment', () => {
  const createdAt = new Date('2026-11-22T10:00:00Z');
  const comment = { authorId: 'camille', status: 'waiting', createdAt } as const;

  it.each([
    ['its author, at once', 'camille', '2026-11-22T10:00:00Z', true],
    ['its author, a second before the end', 'camille', '2026-11-22T10:14:59Z', true],
    ['its author, fifteen minutes later', 'camille', '2026-11-22T10:15:00Z', false],
    ['somebody else', 'noor', '2026-11-22T10:00:00Z', false],
  ])('%s: %s', (_what, person, now, allowed) => {
    expect(mayEdit(comment, person, new Date(now))).toBe(allowed);
  });

  it.each(['rejected', 'spam', 'erased'] as const)('is over once it is %s', (status) => {
    expect(editableUntil({ status, createdAt })).toBeNull();
  });
});

describe('threads', () => {
  const comment = (id: string, parentId: string | null = null, status: CommentStatus = 'approved') => ({
    id,
    parentId,
    status,
  });
  const shape = (comments: Parameters<typeof threadsOf>[0]) =>
    threadsOf(comments).map(({ id, answers }) => [id, answers.map((answer) => answer.id)]);

  it.each([
    [
      'answers stand under what they answer',
      [comment('a'), comment('b'), comment('c', 'a')],
      [
        ['a', ['c']],
        ['b', []],
      ],
    ],
    ['what is erased and unanswered is gone', [comment('a', null, 'erased'), comment('b')], [['b', []]]],
    ['what is erased and answered keeps its place', [comment('a', null, 'erased'), comment('c', 'a')], [['a', ['c']]]],
    ['an erased answer is gone', [comment('a'), comment('c', 'a', 'erased')], [['a', []]]],
    ['answers to what is not shown are not shown', [comment('c', 'a')], []],
    ['a thread that was erased whole is gone', [comment('a', null, 'erased'), comment('c', 'a', 'erased')], []],
  ])('%s', (_what, comments, expected) => {
    expect(shape(comments)).toEqual(expected);
  });
});
