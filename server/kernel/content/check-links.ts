import { AUDIENCES, type Audience } from '@/domain/access/grants';
import { isLocale } from '@/domain/people/locale';
import { RESOURCE_KINDS } from '@/domain/resources/kinds';
import { ABOUT_PAGES } from '@/domain/settings/about';
import { standInsOf } from './arrange';
import { type Finding, fieldsOf, type Inspected } from './inspect';
import { pathOf } from './paths';
import type { Entry } from './snapshot';

/** Pages that content may lead to and that are not made of content. */
const PAGES = [
  '',
  '/help',
  '/faq',
  '/news',
  '/events',
  '/resources',
  '/resources/glossary',
  '/roadmap',
  '/status',
  '/search',
  '/sitemap',
  '/requests',
  '/requests/new',
  '/account',
  '/sign-in',
  '/sign-up',
  // Articles for the staff speak of their own places.
  '/desk',
  '/studio',
  '/admin',
  '/news.atom',
  '/history.atom',
  '/events.ics',
  ...RESOURCE_KINDS.map((kind) => `/resources/by/${kind}`),
  ...ABOUT_PAGES.map((page) => `/${page}`),
];

/** Where links may lead: each page with its anchors, null where anchors are not known here. */
type Targets = Map<string, Set<string> | null>;

/** Checks links, anchors, pictures, files and related keys. `media` holds the public paths of what there is. */
export const checkLinks = (files: readonly Inspected[], media: ReadonlySet<string>): Finding[] => {
  const targets = targetsOf(files);
  const keys = new Set(files.map((file) => `${file.place.locale} ${fieldsOf(file).key}`));
  return files.flatMap((file) => [
    ...linkFindings(file, targets, media),
    ...pictureFindings(file, media),
    ...relatedFindings(file, keys),
  ]);
};

/** The public address of what a file makes. */
export const addressOf = (file: Inspected): string =>
  pathOf({ ...file.place, folder: file.place.folder ?? '', audience: audienceOf(fieldsOf(file).audience) });

const audienceOf = (value: unknown): Audience => AUDIENCES.find((audience) => audience === value) ?? 'public';

/** Whether a path is a page that content makes or may lead to. */
export const isPageOf = (files: readonly Inspected[]): ((path: string) => boolean) => {
  const targets = targetsOf(files);
  return (path) => targets.has(path.replace(/\/$/, ''));
};

function targetsOf(files: readonly Inspected[]): Targets {
  const targets: Targets = new Map();
  for (const locale of ['fr', 'en'] as const) for (const page of PAGES) targets.set(`/${locale}${page}`, null);
  for (const file of files) {
    const [path = '', anchor] = addressOf(file).split('#');
    const anchors = targets.get(path) ?? new Set<string>();
    if (anchor) anchors.add(anchor);
    for (const heading of file.body?.headings ?? []) anchors.add(heading.id);
    targets.set(path, anchors);
  }
  for (const { original, ...standIn } of standInsOf(files.map(asEntry))) {
    targets.set(pathOf(standIn), targets.get(original?.path ?? '') ?? null);
  }
  return targets;
}

/** A file as the store would list it, as far as its address goes. */
const asEntry = (file: Inspected): Entry =>
  ({ sections: [], ...fieldsOf(file), ...file.place, folder: file.place.folder ?? '' }) as unknown as Entry;

function linkFindings(file: Inspected, targets: Targets, media: ReadonlySet<string>): Finding[] {
  const own = addressOf(file);
  return (file.body?.links ?? []).flatMap(({ target, line }) => {
    const message = wrongLink(target.startsWith('#') ? `${own}${target}` : target, file.place.locale, targets, media);
    return message ? [{ path: file.path, line, message }] : [];
  });
}

function wrongLink(target: string, locale: string, targets: Targets, media: ReadonlySet<string>): string | null {
  if (/^(https?|mailto|tel):/.test(target)) return null;
  if (!target.startsWith('/')) return `link ${target} must begin with /${locale}/ or https://`;
  if (target.startsWith('/media/')) return media.has(target) ? null : `missing file ${target}`;
  const [address = '', anchor] = target.split('#');
  const path = address.split('?')[0]?.replace(/\/$/, '') ?? '';
  const language = path.split('/')[1];
  if (isLocale(language) && language !== locale) return `link ${target} leads to the other language`;
  const anchors = targets.get(path);
  if (anchors === undefined) return `broken link ${target}`;
  return anchor && anchors && !anchors.has(anchor) ? `broken anchor ${target}` : null;
}

function pictureFindings(file: Inspected, media: ReadonlySet<string>): Finding[] {
  const { picture } = fieldsOf(file);
  const cover = typeof picture === 'string' ? [{ target: picture, alt: 'checked', line: file.lineOf('picture') }] : [];
  return [...(file.body?.pictures ?? []), ...cover].flatMap(({ target, alt, line }) => [
    ...(alt.trim() === '' ? [{ path: file.path, line, message: `picture ${target} has no alt text` }] : []),
    ...(media.has(target) ? [] : [{ path: file.path, line, message: `missing picture ${target}` }]),
  ]);
}

function relatedFindings(file: Inspected, keys: ReadonlySet<string>): Finding[] {
  const related = (fieldsOf(file).related ?? []) as string[];
  return related
    .filter((key) => !keys.has(`${file.place.locale} ${key}`))
    .map((key) => ({ path: file.path, line: file.lineOf('related'), message: `unknown related key ${key}` }));
}
