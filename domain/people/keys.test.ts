import { describe, expect, it } from 'vitest';
import { KEY_PLACES, keysAt, readOwnKeys, USUAL_KEYS } from './keys';

const taken = (other: string) => ({ key: 'errors.shortcutTaken', data: { other } });

describe('keys of one’s own', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['nothing', {}, {}],
    ['the usual ones, in capitals', { answer: 'R', help: '?' }, {}],
    ['an empty field', { answer: ' ' }, {}],
    ['a letter, a figure, a sign', { answer: ' W ', note: '1', move: 'é' }, { answer: 'w', note: '1', move: 'é' }],
    ['two that change places', { answer: 'n', note: 'r' }, { answer: 'n', note: 'r' }],
    ['the same key on two kinds of page', { bulk: 'r' }, { bulk: 'r' }],
    ['one search for both', { search: 'y', searchList: 'y' }, { search: 'y', searchList: 'y' }],
    ['names that mean nothing', { fly: 'y' }, {}],
  ])('takes %s', (_, typed, own) => {
    expect(readOwnKeys(typed)).toEqual({ own, faults: {} });
  });

  it.each<[string, Record<string, string>, Record<string, object>]>([
    ['several signs', { answer: 'ab' }, { answer: { key: 'errors.shortcutOne' } }],
    ['the key that leads to places', { tag: 'g' }, { tag: { key: 'errors.shortcutReserved', data: { key: 'G' } } }],
    ['the usual key of another deed', { answer: 'n' }, { answer: taken('note') }],
    ['one key for two', { answer: 'w', note: 'w' }, { answer: taken('note'), note: taken('answer') }],
    ['a key that works everywhere', { answer: '?' }, { answer: taken('help') }],
    ['a key of a page for everywhere', { help: 'k' }, { help: taken('previousRow') }],
  ])('refuses %s', (_, typed, faults) => {
    expect(readOwnKeys(typed).faults).toEqual(faults);
  });

  it('are put in place of the usual ones', () => {
    expect(keysAt('everywhere', { help: 'h', fly: 'y' })).toEqual({ search: '/', help: 'h' });
  });

  it('keep what they do when the same key becomes the usual one of something else', () => {
    const own = { bulk: 'a', search: 's', help: 'd' };
    expect(keysAt('list', own)).toMatchObject({ bulk: 'a', tickAll: '', keepView: '', nextRow: 'j', searchList: '/' });
    expect(keysAt('request', own)).toMatchObject({ assign: 'a', move: '', merge: '', answer: 'r' });
    expect(keysAt('everywhere', { merge: '?', searchList: '/' })).toEqual({ search: '/', help: '' });
  });

  it('have names that are unique over all places, since they are kept by them', () => {
    const names = KEY_PLACES.flatMap((place) => Object.keys(USUAL_KEYS[place]));
    expect(new Set(names).size).toBe(names.length);
  });
});
