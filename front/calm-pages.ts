import { createHash } from 'node:crypto';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';

const TEXTS: Record<Locale, typeof fr.front> = { fr: fr.front, en: en.front };

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;padding:2rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}p{margin:0 0 1rem}a{color:LinkText}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Words = { title: string; lead: string; hint: string };

const pageOf = (locale: Locale, { title, lead, hint }: Words, links: string, robots: string): string =>
  `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${robots}<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(lead)}</p><p>${escaped(hint)}</p><p>${links}</p></main></body></html>`;

const link = (href: string, label: string): string => `<a href="${href}">${escaped(label)}</a>`;

const NO_ROBOTS = '<meta name="robots" content="noindex">';

const made = (make: (locale: Locale) => string): ((path: string) => Buffer) => {
  const pages = new Map(LOCALES.map((locale) => [locale, Buffer.from(make(locale))]));
  return (path) => {
    const locale = path.split('/')[1];
    return pages.get(isLocale(locale) ? locale : DEFAULT_LOCALE) ?? NONE;
  };
};

const NONE = Buffer.alloc(0);

/** The calm page for when neither Next nor the store has an answer; made once, needs nothing to be served. */
export const unavailablePage = made((locale) => {
  const words = TEXTS[locale].unavailable;
  const links = [link(`/${locale}/status`, words.status), link(`/${locale}/help`, words.help)];
  return pageOf(locale, words, links.join(' · '), NO_ROBOTS);
});

/**
 * The page for what may be there in a moment, while content is being published. It asks no search engine to forget the address: it is
 * the address of what is coming.
 */
export const preparingPage = made((locale) => {
  const words = TEXTS[locale].preparing;
  // An empty address is the page itself, with its query.
  return pageOf(locale, words, [link('', words.again), link(`/${locale}/help`, words.help)].join(' · '), '');
});

export const CALM_STYLES = {
  hashes: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
  attributes: false,
};
