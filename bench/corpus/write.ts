import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleFile, type Placed, slugOf, titleOf } from './article';
import type { Draw } from './seeded';

/** How large a corpus is; the same figures make the same files. */
export type CorpusSize = {
  articles: number;
  collections?: number;
  sections?: number;
  pictures?: number;
  seed?: number;
};

export type Corpus = { folder: string; articles: readonly Placed[]; fileOf(article: Placed): string };

const pathOf = ({ collection, slug }: Placed): string => `/fr/help/${collection}/${slug}`;

const collectionName = (at: number): string => `collection-${at + 1}`;

const drawingOf = (number: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720" viewBox="0 0 1200 720"><rect width="1200" height="720" fill="#F6F3EE"/><rect x="40" y="40" width="1120" height="90" rx="12" fill="#1F6F5C"/>${Array.from(
    { length: 9 },
    (_, row) =>
      `<rect x="40" y="${170 + row * 58}" width="${420 + ((number * 131 + row * 197) % 700)}" height="36" rx="8" fill="#E7E1D8"/>`,
  ).join('')}</svg>\n`;

const collectionFile = (at: number, sections: number): string => {
  const rows = Array.from(
    { length: sections },
    (_, section) => `  - { slug: section-${section + 1}, title: Partie ${section + 1} }`,
  );
  return `key: ${collectionName(at)}\ntitle: Collection ${at + 1}\ndescription: Articles produits pour les mesures.\nicon: book-open\norder: ${at + 1}\nsections:\n${rows.join('\n')}\n`;
};

const inBatches = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let at = 0; at < items.length; at += 200) await Promise.all(items.slice(at, at + 200).map(work));
};

/**
 * Writes a content folder of so many French articles of 300 to 900 words with headings, links, tables, steps and
 * pictures, spread over collections and sections. The same size and seed give the same bytes everywhere.
 */
export const writeCorpus = async (folder: string, size: CorpusSize): Promise<Corpus> => {
  const { articles: count, collections = 5, sections = 20, pictures = 200, seed = 1 } = size;
  const articles = Array.from({ length: count }, (_, number): Placed => {
    const collection = collectionName(number % collections);
    const section = `section-${(Math.floor(number / collections) % sections) + 1}`;
    return { number, slug: slugOf(number), key: `corpus-${number + 1}`, title: titleOf(number), collection, section };
  });
  const link = (draw: Draw): string => {
    const target = draw.one(articles);
    return `[${target.title.toLowerCase()}](${pathOf(target)})`;
  };
  const fileOf = ({ collection, slug }: Placed): string => join(folder, 'fr/articles', collection, `${slug}.mdx`);
  await mkdir(join(folder, 'media/corpus'), { recursive: true });
  await inBatches(
    Array.from({ length: pictures }, (_, at) => at + 1),
    (number) => writeFile(join(folder, 'media/corpus', `ecran-${number}.svg`), drawingOf(number)),
  );
  for (let at = 0; at < collections; at += 1) {
    await mkdir(join(folder, 'fr/articles', collectionName(at)), { recursive: true });
    await writeFile(join(folder, 'fr/articles', collectionName(at), '_collection.yml'), collectionFile(at, sections));
  }
  await inBatches(articles, (article) => writeFile(fileOf(article), articleFile(article, seed, { pictures, link })));
  return { folder, articles, fileOf };
};

/** The address of an article of the corpus. */
export const addressOf = pathOf;
