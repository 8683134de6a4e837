import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { hyphenated } from '@/domain/articles/anchors';
import { EVENT_KINDS, RELEASE_KINDS } from '@/domain/news/kinds';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { RESOURCE_KINDS } from '@/domain/resources/kinds';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import { inspectFile } from '@/server/kernel/content/inspect';

export const DRAFT_KINDS = ['article', 'question', 'note', 'event', 'guide', 'term', 'collection', 'category'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a writer says of a new file; the rest is filled in. `folder` is the collection or category it lies in. */
export type Wish = {
  kind: DraftKind;
  locale: Locale;
  title: string;
  folder?: string | undefined;
  section?: string | undefined;
  key?: string | undefined;
  slug?: string | undefined;
  author?: string | undefined;
  audience?: string | undefined;
  today: string;
};

/** A file ready to be written, below the content folder. */
export type Draft = { path: string; text: string };

/** Something the writer can put right. */
export class DraftRefusal extends Error {
  override readonly name = 'DraftRefusal';
}

const ROOTS: Readonly<Record<DraftKind, string>> = {
  article: 'articles',
  question: 'faq',
  note: 'news',
  event: 'events',
  guide: 'resources',
  term: 'glossary',
  collection: 'articles',
  category: 'faq',
};

const BODIES: Readonly<Record<Locale, Partial<Record<DraftKind, string>>>> = {
  fr: {
    article:
      'Dites en une phrase dans quelle situation se trouve la personne qui lit.\n\n## Premier point\n\n<Steps>\n\n<Step title="Ouvrez le menu">\n\nTexte.\n\n</Step>\n\n</Steps>\n',
    question: 'Répondez dès la première phrase.\n',
    note: 'Dites ce qui change pour la personne qui lit, puis où le trouver.\n',
    event: 'Dites ce que l’on saura faire à la fin.\n',
    guide: 'Dites à qui sert ce guide et ce qu’il faut avoir sous la main.\n',
  },
  en: {
    article:
      'Say in one sentence what situation the reader is in.\n\n## First point\n\n<Steps>\n\n<Step title="Open the menu">\n\nText.\n\n</Step>\n\n</Steps>\n',
    question: 'Answer in the first sentence.\n',
    note: 'Say what changes for the reader, then where to find it.\n',
    event: 'Say what people will be able to do at the end.\n',
    guide: 'Say whom this guide is for and what to have at hand.\n',
  },
};

type Front = Record<string, unknown>;

const foldersIn = (content: string, locale: Locale, root: string): string[] => {
  const at = join(content, locale, root);
  return existsSync(at)
    ? readdirSync(at, { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
        .sort()
    : [];
};

/** The collections or categories a new file of this kind may lie in; empty for kinds that lie in none. */
export const foldersFor = (content: string, kind: DraftKind, locale: Locale): string[] =>
  kind === 'article' || kind === 'question' ? foldersIn(content, locale, ROOTS[kind]) : [];

/** The sections of a collection, in order. */
export const sectionsOf = (content: string, locale: Locale, collection: string): string[] => {
  const { sections = [] } = read(join(content, locale, 'articles', collection, '_collection.yml'));
  return (sections as { slug: string }[]).map(({ slug }) => slug);
};

const read = (file: string): Front => (existsSync(file) ? ((parse(readFileSync(file, 'utf8')) ?? {}) as Front) : {});

const frontIn = (text: string): Front => {
  try {
    return (parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? text) ?? {}) as Front;
  } catch {
    return {};
  }
};

type Known = { path: string; locale: Locale; front: Front };

/** Front matter of every file of a kind's folder, in all languages. */
const knownFiles = (content: string): Known[] =>
  LOCALES.flatMap((locale) =>
    Object.values(ROOTS)
      .filter((root, at, all) => all.indexOf(root) === at)
      .flatMap((root) => {
        const folder = join(content, locale, root);
        if (!existsSync(folder)) return [];
        return readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.(?:mdx?|yml)$/.test(entry.name))
          .map((entry) => {
            const path = join(entry.parentPath, entry.name);
            return { path, locale, front: frontIn(readFileSync(path, 'utf8')) };
          });
      }),
  );

const pathFor = ({ kind, locale, folder }: Wish, slug: string): string => {
  if (kind === 'collection') return `${locale}/articles/${slug}/_collection.yml`;
  if (kind === 'category') return `${locale}/faq/${slug}/_category.yml`;
  const within = kind === 'article' || kind === 'question' ? `${folder}/` : '';
  return `${locale}/${ROOTS[kind]}/${within}${slug}.mdx`;
};

/** Last in its folder: ten after the highest order there. */
const nextOrder = (siblings: readonly Known[], step: number): number =>
  Math.max(0, ...siblings.map(({ front }) => Number(front.order ?? 0)).filter(Number.isFinite)) + step;

const weekOf = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - start) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}.${String(week).padStart(2, '0')}`;
};

function frontFor(wish: Wish, key: string, siblings: readonly Known[], section: string): Front {
  const { kind, title, today, author, locale } = wish;
  const audience = wish.audience && wish.audience !== 'public' ? { audience: wish.audience } : {};
  const text = locale === 'fr' ? 'À compléter.' : 'To be written.';
  const first = locale === 'fr' ? { slug: 'generalites', title: 'Généralités' } : { slug: 'general', title: 'General' };
  switch (kind) {
    case 'article': {
      const dates = { publishedOn: today, changedOn: today, reviewedOn: today };
      const by = author ?? (locale === 'fr' ? 'L’équipe' : 'The team');
      return { key, title, lead: text, section, order: nextOrder(siblings, 10), author: by, ...dates, ...audience };
    }
    case 'question':
      return { key, question: title, order: nextOrder(siblings, 10), ...audience };
    case 'note':
      return { key, title, date: today, version: weekOf(today), kind: RELEASE_KINDS[0], summary: text, ...audience };
    case 'event': {
      const place = locale === 'fr' ? 'En ligne' : 'Online';
      const times = { startsAt: `${today}T11:00`, endsAt: `${today}T12:00`, timeZone: SHIPPED_ZONE };
      return { key, title, kind: EVENT_KINDS[0], ...times, place, summary: text, ...audience };
    }
    case 'guide':
      return { key, title, kind: RESOURCE_KINDS[0], summary: text, date: today, ...audience };
    case 'term':
      return { key, term: title, definition: text };
    case 'collection':
      return { key, title, description: text, icon: 'book-open', order: nextOrder(siblings, 1), sections: [first] };
    case 'category':
      return { key, title, order: nextOrder(siblings, 1) };
  }
}

const yamlOf = (front: Front): string =>
  stringify(front, { lineWidth: 0, version: '1.1' }).replace(/^(\w+): "(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)"$/gm, '$1: $2');

const isBareKind = (kind: DraftKind): boolean => kind === 'collection' || kind === 'category';

/** Beside which a new file stands: for a collection or category, the others of its kind. */
const isSibling = (path: string, own: string, kind: DraftKind): boolean => {
  const folder = own
    .split('/')
    .slice(0, isBareKind(kind) ? -2 : -1)
    .join('/');
  return isBareKind(kind)
    ? path.startsWith(`${folder}/`) && path.endsWith(own.split('/').at(-1) ?? '')
    : path.startsWith(`${folder}/`) && !/\/_[^/]*$/.test(path);
};

/**
 * Makes the file a writer asks for, complete enough to be published. Throws `DraftRefusal` for an unknown collection,
 * category or section, for a key or address that exists, and for what the content check would refuse.
 */
export const draftOf = (content: string, wish: Wish): Draft => {
  const { kind, locale, folder } = wish;
  const folders = foldersFor(content, kind, locale);
  const needsFolder = kind === 'article' || kind === 'question';
  if (needsFolder && !(folder && folders.includes(folder))) {
    throw new DraftRefusal(`--collection is one of: ${folders.join(', ') || 'none yet, make one first'}`);
  }
  const slug = wish.slug ?? hyphenated(wish.title);
  if (slug === '' || hyphenated(slug) !== slug) throw new DraftRefusal('--slug is lower-case words joined by hyphens');
  const path = pathFor(wish, slug);
  const known = knownFiles(content);
  const relative = (file: string) => file.slice(join(content, '/').length);
  const key = wish.key ?? (kind === 'article' ? hyphenated(`${keyOfFolder(content, wish)}-${slug}`) : slug);
  const taken = known.find((file) => file.locale === locale && file.front.key === key);
  if (taken) throw new DraftRefusal(`the key ${key} is that of ${relative(taken.path)}; choose another with --key`);
  for (const ending of ['.mdx', '.md']) {
    const other = path.replace(/\.mdx$/, ending);
    if (existsSync(join(content, other))) throw new DraftRefusal(`${other} is there already; choose another --slug`);
  }
  const sections = kind === 'article' && folder ? sectionsOf(content, locale, folder) : [];
  const section = wish.section ?? sections[0] ?? '';
  if (kind === 'article' && !sections.includes(section)) {
    throw new DraftRefusal(`--section is one of: ${sections.join(', ')}`);
  }
  const siblings = known.filter((file) => isSibling(relative(file.path), path, kind));
  const front = yamlOf(frontFor(wish, key, siblings, section));
  const text = isBareKind(kind) ? front : `---\n${front}---\n\n${BODIES[locale][kind] ?? ''}`;
  const [mistake] = inspectFile(path, text)?.mistakes ?? [];
  if (mistake) throw new DraftRefusal(mistake.message);
  return { path, text };
};

/** Articles carry the key of their collection before their own, so that keys are told apart at a glance. */
const keyOfFolder = (content: string, { locale, folder }: Wish): string =>
  String(read(join(content, locale, 'articles', folder ?? '', '_collection.yml')).key ?? folder);
