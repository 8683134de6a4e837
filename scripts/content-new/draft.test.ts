import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFile } from '@/server/kernel/content/inspect';
import { DRAFT_KINDS, type DraftKind, draftOf, type Wish } from './draft';

let content = '';
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'guichet-draft-'));
  for (const [path, text] of Object.entries({
    'fr/articles/adherents/_collection.yml':
      'key: members\ntitle: A\ndescription: D\nicon: users\norder: 2\nsections:\n  - { slug: debut, title: Début }\n  - { slug: fin, title: Fin }\n',
    'fr/articles/adherents/importer.mdx': '---\nkey: members-import\norder: 30\n---\n',
    'fr/faq/compte/_category.yml': 'key: account\ntitle: C\norder: 1\n',
  })) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), text);
  }
});
afterEach(() => rm(content, { recursive: true, force: true }));

const FOLDERS: Partial<Record<DraftKind, string>> = { article: 'adherents', question: 'compte' };
const wish = (kind: DraftKind, more: Partial<Wish> = {}): Wish => ({
  ...{ kind, locale: 'fr', title: 'Où trouver « l’œuvre » ?', today: '2026-11-20', folder: FOLDERS[kind] },
  ...more,
});

describe('draftOf', () => {
  it.each(DRAFT_KINDS)('makes a valid %s', (kind) => {
    const { path, text } = draftOf(content, wish(kind));
    expect(path).toMatch(/^fr\/.*ou-trouver-l-oeuvre/);
    expect(inspectFile(path, text)?.mistakes).toEqual([]);
  });

  it('puts an article last in its collection, in the first section unless told', () => {
    expect(draftOf(content, wish('article'))).toMatchObject({
      path: 'fr/articles/adherents/ou-trouver-l-oeuvre.mdx',
      text: expect.stringContaining('key: members-ou-trouver-l-oeuvre\n'),
    });
    expect(draftOf(content, wish('article', { section: 'fin' })).text).toContain('section: fin\norder: 40\n');
  });

  it('numbers a note by its week', () => {
    expect(draftOf(content, wish('note')).text).toContain('date: 2026-11-20\nversion: "2026.47"\n');
    expect(draftOf(content, wish('note', { today: '2027-01-01' })).text).toContain('version: "2026.53"');
  });

  it.each([
    ['an unknown collection', { folder: 'x' }, '--collection is one of: adherents'],
    ['an unknown section', { section: 'x' }, '--section is one of: debut, fin'],
    [
      'a key that exists',
      { key: 'members-import' },
      'the key members-import is that of fr/articles/adherents/importer.mdx',
    ],
    ['an address that exists', { title: 'Importer', key: 'x' }, 'fr/articles/adherents/importer.mdx is there already'],
    ['a title without letters', { title: '?' }, '--slug is lower-case words'],
    ['an audience that is none', { audience: 'amis' }, 'audience'],
  ])('refuses %s', (_name, more, message) => {
    expect(() => draftOf(content, wish('article', more))).toThrow(message);
  });
});
