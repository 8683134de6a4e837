import { describe, expect, it } from 'vitest';
import { notFoundPath, tagsOfDependent, touchedTags, treatmentOf } from './reading-paths';

describe('treatmentOf', () => {
  it.each([
    ['/fr', 'stored'],
    ['/en/help/getting-started/create-a-space', 'stored'],
    ['/fr/status', 'stored'],
    ['/fr/status/incidents/12', 'stored'],
    ['/history.atom', 'stored'],
    ['/api/v2/incidents/unresolved.json', 'stored'],
    ['/fr/fragments/banner', 'stored'],
    ['/fr/help/members/import/comments', 'stored'],
    ['/fr/help/members/import/comments/write', 'light'],
    ['/fr/help/members/import/feedback', 'light'],
    ['/fr/reserved/members/internal/comments', 'light'],
    ['/sitemap.xml', 'stored'],
    ['/fr/news/by/fixed/2026-10/theme-members-import/page-2', 'stored'],
    ['/sitemaps/2.xml', 'stored'],
    ['/en/opensearch.xml', 'stored'],
    ['/fr/ideas', 'stored'],
    ['/fr/ideas/by/shipped', 'stored'],
    ['/en/ideas/12', 'stored'],
    ['/fr/ideas/all', 'light'],
    ['/fr/ideas/new', 'work'],
    ['/fr/search', 'light'],
    ['/fr/sign-in', 'light'],
    ['/fr/reserved/members/internal', 'light'],
    ['/fr/requests', 'work'],
    ['/fr/requests/new', 'work'],
    ['/en/desk/12', 'work'],
    ['/fr/account', 'work'],
    ['/dev/mailbox', 'work'],
    ['/dev/mailbox/7c9e/message', 'pass'],
    ['/', 'pass'],
    ['/api/me', 'pass'],
    ['/healthz', 'pass'],
    ['/de/help', 'pass'],
  ])('%s is %s', (path, kind) => {
    expect(treatmentOf(path).kind).toBe(kind);
  });

  it.each([
    '/fr/help/',
    '/fr//help',
    '/FR/help',
    '/fr/help/Members',
    '/fr/help/%6dembers',
    '/fr/help/members/../../account',
    '/fr/help/members/import/more',
    '/fr/help/members/sections/debut/2/3',
    '/fr/help/members\r\nset-cookie: a=b',
    '/fr/help/members\n',
    '/fr/help/é',
    '/fr/help/a--b',
    '/fr/help/members;jsessionid=1',
    'http://elsewhere.example/fr/help',
    '//elsewhere.example/fr',
    '/api/v2/summary.json/',
    '/sitemaps/0.xml',
    '/fr/news/by/a/b/c/d/e',
    '/sitemaps/index.xml',
    '/de/opensearch.xml',
    '/api/me',
    '',
  ])('never stores %j', (path) => {
    expect(treatmentOf(path).kind).not.toBe('stored');
  });
});

describe('touchedTags', () => {
  it.each([
    [['content:fr:article:import'], ['content', 'content:fr:article:import']],
    [
      ['content', 'content:fr:article:import'],
      ['content', 'content:fr:article:import'],
    ],
    [['incidents'], ['incidents']],
    [['roadmap:theme'], ['roadmap', 'roadmap:theme']],
    [['comments'], ['comments']],
    [['ideas:12'], ['ideas', 'ideas:12']],
  ])('%j touch %j', (names, tags) => {
    expect([...touchedTags(names)]).toEqual(tags);
  });

  it('takes content without a document for all of it', () => {
    const article = tagsOfDependent(['content'], ['content:fr:article:import']);
    const touches = (names: string[]) => article.some((tag) => touchedTags(names).has(tag));
    expect(touches(['content'])).toBe(true);
    expect(touches(['content', 'content:fr:article:export'])).toBe(false);
    expect(touches(['content', 'content:fr:article:import'])).toBe(true);
  });

  it('leaves the pages of other ideas alone', () => {
    const page = tagsOfDependent(['content'], ['ideas:12']);
    const touches = (name: string) => page.some((tag) => touchedTags([name]).has(tag));
    expect(['ideas:12', 'ideas:1', 'content:fr:article:import', 'roadmap', 'settings'].map(touches)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('takes an unknown name for everything', () => {
    for (const name of ['settings', 'whatever']) {
      expect(touchedTags([name])).toContain('settings');
      expect(touchedTags([name])).toContain('content:*');
    }
  });
});

describe('notFoundPath', () => {
  it.each([
    ['/en/help/none', '/en/not-found'],
    ['/fr/x', '/fr/not-found'],
    ['/x', '/fr/not-found'],
  ])('%s leads to %s', (path, expected) => {
    expect(notFoundPath(path)).toBe(expected);
    expect(notFoundPath(path, true)).toBe(`${expected}/signed-in`);
  });
});
