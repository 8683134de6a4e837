import { describe, expect, it } from 'vitest';
import type { Audience } from '@/domain/access/grants';
import { redirectsOf, standInsOf, withAudiences } from './arrange';
import { pathOf } from './paths';
import { similarArticles, telling } from './similar';
import type { ArticleEntry, CollectionEntry, Entry } from './snapshot';

const collection = (locale: 'fr' | 'en', slug: string, sections: readonly string[]): CollectionEntry => ({
  ...{ type: 'collection', locale, slug, key: 'members', path: `${locale}/articles/${slug}/_collection.yml` },
  ...{ hash: '', title: 'T', description: 'D', icon: 'users', order: 1 },
  sections: sections.map((section) => ({ slug: section, title: section })),
});

const article = (locale: 'fr' | 'en', key: string, given: Partial<ArticleEntry> = {}): ArticleEntry => ({
  ...{ type: 'article', locale, key, slug: key, folder: locale === 'fr' ? 'adherents' : 'members' },
  ...{
    path: `${locale}/articles/x/${key}.mdx`,
    hash: '',
    own: '',
    body: '',
    readingMinutes: 1,
    headings: [],
  },
  ...{ files: [], similar: [], title: key, lead: '', section: locale === 'fr' ? 'debut' : 'start', order: 1 },
  ...{ author: 'A', publishedOn: '2026-01-01', changedOn: '2026-01-01', reviewedOn: '2026-01-01' },
  ...{ audience: 'public', comments: true, keywords: [], related: [], redirectsFrom: [] },
  ...given,
});

const HOMES = [collection('fr', 'adherents', ['debut', 'fin']), collection('en', 'members', ['start', 'end'])];

describe('standInsOf', () => {
  it('puts an untranslated article into the same section of the same collection, with the way to its home', () => {
    const entries: Entry[] = [
      ...HOMES,
      article('fr', 'seul', { section: 'fin' }),
      article('fr', 'a'),
      article('en', 'a'),
    ];
    const [standIn, ...others] = standInsOf(entries);
    expect(others).toEqual([]);
    expect(standIn).toMatchObject({ locale: 'en', folder: 'members', section: 'end', key: 'seul' });
    expect(standIn?.original).toEqual({ locale: 'fr', path: '/fr/help/adherents/seul' });
    expect(standIn && pathOf(standIn)).toBe('/en/help/members/seul');
  });

  it('takes no address that another article has, and needs a collection to stand in', () => {
    const clash = [...HOMES, article('fr', 'seul'), article('en', 'other', { slug: 'seul' }), article('fr', 'other')];
    expect(standInsOf(clash)).toEqual([]);
    expect(standInsOf([...HOMES.slice(0, 1), article('fr', 'seul')])).toEqual([]);
  });
});

describe('withAudiences', () => {
  it.each<[name: string, uses: readonly Audience[], expected: Audience]>([
    ['nobody shows', [], 'public'],
    ['agents alone are shown', ['agents'], 'agents'],
    ['several audiences are shown', ['agents', 'customers'], 'customers'],
    ['everybody is shown, too', ['agents', 'public'], 'public'],
  ])('gives a file that %s to the widest of them', (_name, uses, expected) => {
    const file = { width: null, height: null, bytes: 1, modified: 1, hash: 'h' };
    const media = withAudiences(
      { '/media/a.svg': file },
      uses.map((audience) => ({ audience, files: ['/media/a.svg'] })),
    );
    expect(media['/media/a.svg']?.audience).toBe(expected);
  });
});

describe('redirectsOf', () => {
  it('makes rules of front matter and file, with the audience of where they lead', () => {
    const entries = [article('fr', 'interne', { audience: 'agents', redirectsFrom: ['vieux/interne'] })];
    const written = [{ from: '/hc/1', to: '/fr/help/adherents/interne#suite', path: 'redirects.yml', line: 1 }];
    expect(redirectsOf(entries, written)).toEqual([
      { from: '/fr/help/vieux/interne', to: '/fr/help/adherents/interne', audience: 'agents' },
      { from: '/hc/1', to: '/fr/help/adherents/interne#suite', audience: 'agents' },
    ]);
  });
});

describe('similarArticles', () => {
  const about = (key: string, title: string, keywords: readonly string[], given: Partial<ArticleEntry> = {}) =>
    article('fr', key, { title, keywords: [...keywords], ...given });
  const shelf = [
    about('import', 'Importer vos adhérents', ['csv', 'tableur']),
    about('export', 'Exporter vos adhérents', ['csv', 'tableur']),
    about('erreurs', 'Corriger les erreurs d’import', ['csv', 'import']),
    about('billets', 'Vendre des billets', ['billetterie', 'tarif'], { folder: 'evenements' }),
    about('attente', 'La liste d’attente', ['billetterie', 'attente'], { folder: 'evenements' }),
    about('interne', 'Importer vos adhérents, en interne', ['csv', 'tableur'], { audience: 'agents' }),
    ...Array.from({ length: 8 }, (_, index) => about(`autre-${index}`, `Sujet ${index}`, [`mot${index}`])),
  ];
  const texts = new Map(
    shelf.map(({ path, title, keywords }) => [path, telling(`${title} ${keywords.join(' ')}`, 'fr')]),
  );
  const similar = similarArticles(shelf, 'fr', texts);
  const of = (key: string) => similar.get(`fr/articles/x/${key}.mdx`) ?? [];

  it('finds what speaks of the same, nearest first, and never itself', () => {
    expect(of('import').slice(0, 2)).toEqual(['interne', 'export']);
    expect(of('billets')).toEqual(['attente']);
    expect(of('autre-1')).toEqual([]);
    expect(of('import')).not.toContain('import');
  });

  it('keeps as many for each audience, so that nothing restricted takes a place', () => {
    expect(of('import')).toContain('export');
    expect(of('import')).toContain('erreurs');
  });
});
