import { createHash } from 'node:crypto';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';

const TEXTS: Record<Locale, typeof fr.front.unavailable> = {
  fr: fr.front.unavailable,
  en: en.front.unavailable,
};

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.0625rem/1.6 system-ui,sans-serif;background:Canvas;color:CanvasText}main{max-width:34rem;padding:2rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}p{margin:0 0 1rem}a{color:LinkText}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const pageOf = (locale: Locale): string => {
  const text = TEXTS[locale];
  const link = (path: string, label: string) => `<a href="/${locale}${path}">${escaped(label)}</a>`;
  return `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(text.title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(text.title)}</h1><p>${escaped(text.lead)}</p><p>${escaped(text.hint)}</p><p>${link('/status', text.status)} · ${link('/help', text.help)}</p></main></body></html>`;
};

const PAGES = new Map(LOCALES.map((locale) => [locale, Buffer.from(pageOf(locale))]));

const NONE = Buffer.alloc(0);

/** The calm page for when neither Next nor the store has an answer; made once, needs nothing to be served. */
export const unavailablePage = (path: string): Buffer => {
  const locale = path.split('/')[1];
  return PAGES.get(isLocale(locale) ? locale : DEFAULT_LOCALE) ?? NONE;
};

export const UNAVAILABLE_STYLES = {
  hashes: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
  attributes: false,
};
