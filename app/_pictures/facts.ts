import { createHash } from 'node:crypto';
import { noonOf } from '@/app/_components/articles/day';
import { brand } from '@/app/_components/shell/brand';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { collection, publicEntryAt } from '@/server/kernel/content';

/** In pixels: what link previews of all sites show without cutting. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Part of every picture's version: another look makes all of them anew. */
const LOOK = 1;

/** What is written on the picture of a page. */
export type PictureFacts = { locale: Locale; above: string | null; title: string };

const localeIn = (path: string): Locale => {
  const locale = path.split('/')[1];
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
};

const dayOf = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(noonOf(day));

/** What the picture of a page says; null where the page has none of its own, as all have that not everybody may read. */
const ownFacts = (path: string): PictureFacts | null => {
  const locale = localeIn(path);
  const entry = publicEntryAt(path);
  switch (entry?.type) {
    case 'article':
      return { locale, above: collection(locale, entry.folder)?.title ?? null, title: entry.title };
    case 'releaseNote':
      return { locale, above: dayOf(entry.date, locale), title: entry.title };
    case 'collection':
    case 'resource':
      return { locale, above: null, title: entry.title };
    default:
      return null;
  }
};

const houseFacts = (locale: Locale): PictureFacts => ({ locale, above: null, title: brand.tagline[locale] });

/** Changes when anything one sees on the picture does. */
export const versionOf = (facts: PictureFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([LOOK, brand.name, brand.tagline, facts]))
    .digest('hex')
    .slice(0, 16);

/** The facts behind the address of a picture, the path of its page: `/fr` is the house's own, null where there is none. */
export const factsAt = (path: string): PictureFacts | null => {
  const [, locale, rest] = path.split('/');
  return isLocale(locale) && rest === undefined ? houseFacts(locale) : ownFacts(path);
};

/** The picture drawn for a page of ours, or the house's own for one that has none. */
export const drawnPicture = (path: string) => {
  const own = ownFacts(path);
  const facts = own ?? houseFacts(localeIn(path));
  return {
    path: `/pictures${own ? path : `/${facts.locale}`}.png?v=${versionOf(facts)}`,
    alt: `${facts.title} – ${brand.name}`,
    ...PICTURE_SIZE,
  };
};
