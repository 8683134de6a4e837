import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleEntry, CollectionEntry } from '../kernel/content';

const COLLECTION: CollectionEntry = {
  type: 'collection',
  path: 'fr/articles/adherents/_collection.yml',
  locale: 'fr',
  slug: 'adherents',
  hash: '1',
  key: 'members',
  title: 'Adhérents',
  description: 'Tout sur les adhérents.',
  icon: 'users',
  order: 1,
  sections: [{ slug: 'importer', title: 'Importer' }],
};

const ARTICLE: ArticleEntry = {
  type: 'article',
  path: 'fr/articles/adherents/importer.mdx',
  locale: 'fr',
  slug: 'importer',
  folder: 'adherents',
  hash: '1',
  body: 'none',
  readingMinutes: 2,
  headings: [],
  text: '',
  key: 'members-import',
  title: 'Importer vos adhérents',
  lead: 'Depuis un tableur.',
  section: 'importer',
  order: 1,
  author: 'Inès Garnier',
  publishedOn: '2026-10-01',
  changedOn: '2026-10-01',
  reviewedOn: '2026-10-01',
  audience: 'public',
  comments: true,
  keywords: [],
  related: [],
};

/** Publishes articles for the tests of this file alone: the content store reads them from a folder of their own. */
export const publishArticles = (articles: readonly Partial<ArticleEntry>[]): void => {
  process.env.GUICHET_DATA_DIR = mkdtempSync(join(tmpdir(), 'guichet-content-'));
  const folder = join(process.env.GUICHET_DATA_DIR, 'content');
  mkdirSync(folder, { recursive: true });
  const entries = [
    COLLECTION,
    ...articles.map((article) => ({ ...ARTICLE, slug: article.key ?? ARTICLE.slug, ...article })),
  ];
  const snapshot = { version: 'test', entries, media: {}, problems: [] };
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(snapshot));
};
