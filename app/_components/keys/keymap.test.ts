import { describe, expect, it } from 'vitest';
import { LETTERS, meaningOf, needsOf, placeOf, type Shortcut, shortcutsAt } from './keymap';

const go = (letter: string): Shortcut => ({ name: letter, keys: ['g', letter], deed: { kind: 'go', href: '/' } });
const all: Shortcut[] = [...shortcutsAt('list'), ...shortcutsAt('everywhere'), go('i')];

describe('keys', () => {
  it.each<[string[], string | null]>([
    [['j'], 'nextRow'],
    [['g'], 'begun'],
    [['g', 'i'], 'i'],
    [['g', 'j'], null],
    [['/'], 'searchList'],
    [['ù'], null],
  ])('%j means %s', (pressed, expected) => {
    const meaning = meaningOf(pressed, all);
    expect(meaning && typeof meaning === 'object' ? meaning.shortcut.name : meaning).toBe(expected);
  });

  it('are one’s own where one has chosen them', () => {
    const [first] = shortcutsAt('list', { nextRow: 'w' });
    expect(first).toMatchObject({ name: 'nextRow', keys: ['w'] });
  });

  it('mean what one has chosen, whatever has that key for everybody else', () => {
    const chosen = [...shortcutsAt('list', { bulk: 'a' }), ...shortcutsAt('everywhere')];
    expect(meaningOf(['a'], chosen)).toMatchObject({ shortcut: { name: 'bulk' } });
    expect(chosen.find(({ name }) => name === 'tickAll')?.keys).toEqual([]);
  });

  it.each([
    ['/fr/desk', 'list'],
    ['/en/desk/1042', 'request'],
    ['/fr/admin/people', null],
    ['/fr/desk/1042/print', null],
  ])('%s is a page of kind %s', (path, expected) => {
    expect(placeOf(path)).toBe(expected);
  });

  it.each<[Shortcut['deed'], string | null]>([
    [{ kind: 'focus', selector: '#merge-into' }, '#merge-into'],
    [{ kind: 'press', selector: 'main a[rel=next]' }, 'main a[rel=next]'],
    [
      { kind: 'write', field: 'body-note', query: '?compose=note' },
      '#body-note, #compose a[href="/fr/desk/1042?compose=note#compose"]',
    ],
    [{ kind: 'help' }, null],
  ])('%o needs “%s” in the page', (deed, needs) => {
    expect(needsOf(deed, '/fr/desk/1042')).toBe(needs);
  });

  it.each(['list', 'request'] as const)('has one meaning for each key of a %s', (place) => {
    const keys = shortcutsAt(place).map((shortcut) => shortcut.keys.join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    const letters = Object.values(LETTERS);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
