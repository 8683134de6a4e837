import { describe, expect, it } from 'vitest';
import { changesBack, readCorrections } from './correcting';
import type { FieldKind, FormField } from './fields';
import type { FieldValue, RawValue } from './values';

const field = (kind: FieldKind, need: FormField['need'] = 'expected'): FormField => ({
  key: kind,
  kind,
  label: { fr: kind },
  help: null,
  why: null,
  need,
  options: [
    { key: 'chrome', name: { fr: 'Chrome' } },
    { key: 'safari', name: { fr: 'Safari' } },
  ],
});

type Case = { raw: RawValue; seen: string; before?: FieldValue };
const read = (kind: FieldKind, { raw, seen, before }: Case, need?: FormField['need']) =>
  readCorrections([field(kind, need)], { [kind]: before }, { answers: { [kind]: raw }, seen: { [kind]: seen } });

describe('what the desk changes in the answers of a form', () => {
  it.each<[FieldKind, Case, FieldValue | null]>([
    ['text', { raw: ' 2026.47 ', seen: '' }, '2026.47'],
    ['text', { raw: '', seen: '2026.46', before: '2026.46' }, null],
    ['number', { raw: '1 200,5', seen: '12', before: 12 }, 1200.5],
    ['yesNo', { raw: 'no', seen: 'yes', before: true }, false],
    ['choice', { raw: 'safari', seen: 'netscape', before: 'netscape' }, 'safari'],
    ['choices', { raw: ['chrome', 'safari'], seen: 'chrome', before: ['chrome'] }, ['chrome', 'safari']],
    ['choices', { raw: '', seen: 'chrome', before: ['chrome'] }, null],
    ['link', { raw: 'https://a.test\nhttps://b.test', seen: '' }, ['https://a.test', 'https://b.test']],
    ['file', { raw: ['a', 'c'], seen: 'a,b', before: ['a', 'b'] }, ['a', 'c']],
    ['file', { raw: '', seen: 'a', before: ['a'] }, null],
  ])('%s: %j', (kind, sent, after) => {
    expect(read(kind, sent)).toEqual({
      changes: [{ key: kind, before: sent.before ?? null, after }],
      faults: {},
      meanwhile: [],
    });
  });

  it.each<[string, FieldKind, Case]>([
    ['a text that is as it was', 'longText', { raw: 'un\r\ndeux\n', seen: 'un\ndeux', before: 'un\ndeux' }],
    ['a number written in another way', 'number', { raw: '12,0', seen: '12', before: 12 }],
    ['a choice that is gone from the form', 'choice', { raw: 'netscape', seen: 'netscape', before: 'netscape' }],
    ['what somebody else has written in the same words', 'text', { raw: '2026.47', seen: '', before: '2026.47' }],
    ['files that stay', 'file', { raw: ['a', 'b'], seen: 'a,b', before: ['a', 'b'] }],
  ])('leaves alone %s', (_, kind, sent) => {
    expect(read(kind, sent)).toEqual({ changes: [], faults: {}, meanwhile: [] });
  });

  it('names what cannot be kept, what has to stay, and what others have changed in the meantime', () => {
    expect(read('date', { raw: '30/02/2026', seen: '' }).faults).toEqual({ date: { key: 'errors.date' } });
    expect(read('text', { raw: '', seen: 'a', before: 'a' }, 'required').faults.text?.key).toBe('errors.required');
    expect(read('text', { raw: '', seen: '' }, 'required').faults).toEqual({});
    expect(read('text', { raw: 'mine', seen: 'first', before: 'theirs' })).toEqual({
      changes: [],
      faults: {},
      meanwhile: ['text'],
    });
  });

  it('passes over fields that were not sent', () => {
    const fields = [field('text'), field('date')];
    const { changes } = readCorrections(fields, { text: 'a' }, { answers: { date: '2026-11-22' }, seen: {} });
    expect(changes.map(({ key }) => key)).toEqual(['date']);
  });
});

describe('what takes a correction back', () => {
  it('turns round what still stands, and leaves what was changed again', () => {
    const changes = [
      { key: 'text', before: 'a', after: 'b' },
      { key: 'choices', before: null, after: ['chrome'] },
      { key: 'date', before: '2026-11-22', after: null },
      { key: 'number', before: 1, after: 2 },
    ];
    expect(changesBack(changes, { text: 'b', choices: ['chrome'], number: 3 })).toEqual([
      { key: 'text', before: 'b', after: 'a' },
      { key: 'choices', before: ['chrome'], after: null },
      { key: 'date', before: null, after: '2026-11-22' },
    ]);
  });
});
