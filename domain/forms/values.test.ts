import { describe, expect, it } from 'vitest';
import { type FieldKind, type FormField, freeKey, keyFrom, readOptions, writeOptions } from './fields';
import { isVideoAddress, type RawValue, readValue, readValues, toldValue } from './values';

const OPTIONS = [
  { key: 'chrome', name: { fr: 'Chrome' } },
  { key: 'other', name: { fr: 'Autre', en: 'Other' } },
];
const field = (kind: FieldKind, more: Partial<FormField> = {}): FormField => ({
  key: kind,
  kind,
  label: { fr: kind },
  help: null,
  why: null,
  need: 'optional',
  options: OPTIONS,
  ...more,
});

describe('what a form sends for a field', () => {
  it.each<[FieldKind, RawValue | undefined, unknown]>([
    ['text', '  2026.47 ', { value: '2026.47' }],
    ['text', '   ', { value: null }],
    ['text', undefined, { value: null }],
    ['text', 'a'.repeat(301), { fault: { key: 'errors.tooBig.string', data: { maximum: 300 } } }],
    ['longText', 'un\r\ndeux', { value: 'un\ndeux' }],
    ['choice', 'chrome', { value: 'chrome' }],
    ['choice', 'netscape', { fault: { key: 'errors.choice' } }],
    ['choices', ['chrome', 'chrome', 'other'], { value: ['chrome', 'other'] }],
    ['choices', 'chrome', { value: ['chrome'] }],
    ['choices', ['netscape'], { fault: { key: 'errors.choice' } }],
    ['choices', [''], { value: null }],
    ['yesNo', 'no', { value: false }],
    ['yesNo', 'perhaps', { fault: { key: 'errors.choice' } }],
    ['date', '2026-02-28', { value: '2026-02-28' }],
    ['date', '2026-02-30', { fault: { key: 'errors.date' } }],
    ['date', '28/02/2026', { fault: { key: 'errors.date' } }],
    ['number', '1 200,5', { value: 1200.5 }],
    ['number', 'beaucoup', { fault: { key: 'errors.number' } }],
    [
      'link',
      'https://a.example/x\nhttps://b.example https://a.example/x',
      { value: ['https://a.example/x', 'https://b.example'] },
    ],
    ['link', 'http://a.example', { fault: { key: 'errors.httpsLink' } }],
    ['link', 'javascript:alert(1)', { fault: { key: 'errors.httpsLink' } }],
    ['video', 'https://youtu.be/x', { value: ['https://youtu.be/x'] }],
    ['file', ['a', ''], { value: ['a'] }],
  ])('%s %j', (kind, raw, expected) => {
    expect(readValue(field(kind), raw)).toEqual(expected);
  });

  it('misses what is required, not what is merely expected', () => {
    const fields = [
      field('text', { key: 'origin', need: 'required' }),
      field('yesNo', { key: 'agreed', need: 'required' }),
      field('longText', { key: 'steps', need: 'expected' }),
      field('number', { key: 'count' }),
    ];
    expect(readValues(fields, { count: '3' })).toEqual({
      values: { count: 3 },
      faults: { origin: { key: 'errors.required' }, agreed: { key: 'errors.choice' } },
    });
  });
});

it.each([
  ['https://www.youtube.com/watch?v=1', true],
  ['https://www.loom.com/share/1', true],
  ['https://tube.asso.example/videos/watch/1', true],
  ['https://files.example/ecran.MP4', true],
  ['https://notyoutube.com/x', false],
  ['http://youtu.be/1', false],
  ['youtu.be', false],
])('%s is the address of a film: %s', (address, is) => {
  expect(isVideoAddress(address)).toBe(is);
});

it('tells choices by their name, and by their key once they are gone', () => {
  expect(toldValue(field('choice'), 'other')).toEqual({ kind: 'options', names: [{ fr: 'Autre', en: 'Other' }] });
  expect(toldValue(field('choices'), ['chrome', 'gone'])).toEqual({
    kind: 'options',
    names: [{ fr: 'Chrome' }, { fr: 'gone' }],
  });
  expect(toldValue(field('date'), '2026-02-28')).toEqual({ kind: 'date', date: '2026-02-28' });
  expect(toldValue(field('yesNo'), false)).toEqual({ kind: 'yesNo', yes: false });
});

describe('keys and choices as an administrator writes them', () => {
  it.each([
    ['Message d’erreur', 'message-d-erreur'],
    ['  Étapes  ', 'etapes'],
    ['!!', ''],
  ])('%s', (name, key) => {
    expect(keyFrom(name)).toBe(key);
  });

  it('finds a key that nobody has', () => {
    expect(freeKey('Étapes', ['etapes', 'etapes-2'])).toBe('etapes-3');
    expect(freeKey('!', [])).toBe('autre');
  });

  it('keeps the keys of choices that keep their name', () => {
    const read = readOptions('Autre | Something else\n\nFirefox\nAutre', OPTIONS);
    expect(read).toEqual([
      { key: 'other', name: { fr: 'Autre', en: 'Something else' } },
      { key: 'firefox', name: { fr: 'Firefox' } },
      { key: 'autre', name: { fr: 'Autre' } },
    ]);
    expect(writeOptions(read)).toBe('Autre | Something else\nFirefox\nAutre');
  });
});
