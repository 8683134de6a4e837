import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Audience } from '@/domain/access/grants';
import { LOCALES } from '@/domain/people/locale';
import { yamlMistakes } from './yaml-mistakes';

/** The file, below the content folder, that says where old addresses lead. */
export const REDIRECTS_FILE = 'redirects.yml';

/** An address that leads elsewhere for good; both sides may end with `/*`, which stands for the same rest. */
export type Redirect = { from: string; to: string; audience: Audience };

/** A redirect as it was written, and where. */
export type WrittenRedirect = { from: string; to: string; path: string; line: number };

type Reading = { redirects: WrittenRedirect[]; mistakes: { line: number; message: string }[] };

const PATH = /^\/[^\s?#]*$/;
const TARGET = /^(?:\/[^\s]*|https?:\/\/\S+)$/;

/**
 * Reads `redirects.yml`: a list of `{ from, to }`. `:locale` at the beginning of both sides stands for each language in
 * turn, so that the language is kept.
 */
export const readRedirects = (text: string): Reading => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number | undefined) => counter.linePos(offset ?? 0).line;
  const reading: Reading = { redirects: [], mistakes: [] };
  for (const { offset, message } of yamlMistakes(document)) reading.mistakes.push({ line: lineAt(offset), message });
  const { contents } = document;
  if (reading.mistakes.length > 0 || contents === null) return reading;
  if (!isSeq(contents)) {
    reading.mistakes.push({ line: 1, message: 'expected a list of { from, to }' });
    return reading;
  }
  for (const item of contents.items) {
    const line = lineAt((item as { range?: [number, number, number] }).range?.[0]);
    const field = (name: string): string => {
      const value = isMap(item) ? item.get(name, true) : undefined;
      return isScalar(value) ? String(value.value) : '';
    };
    const [from, to] = [field('from'), field('to')];
    const message = wrongRule(from, to);
    if (message) reading.mistakes.push({ line, message });
    else reading.redirects.push(...inEachLanguage(from, to).map((rule) => ({ ...rule, path: REDIRECTS_FILE, line })));
  }
  return reading;
};

function wrongRule(from: string, to: string): string | null {
  if (!PATH.test(from)) return 'from: expected a path that begins with /';
  if (!TARGET.test(to)) return 'to: expected a path that begins with /, or a full address';
  if (to.endsWith('/*') && !from.endsWith('/*')) return 'to: ends with /* while from does not';
  if (to.startsWith('/:locale') && !from.startsWith('/:locale')) return 'to: has :locale while from has not';
  return null;
}

const inEachLanguage = (from: string, to: string): { from: string; to: string }[] =>
  /^\/:locale(?=\/|$)/.test(from)
    ? LOCALES.map((locale) => ({
        from: from.replace('/:locale', `/${locale}`),
        to: to.replace('/:locale', `/${locale}`),
      }))
    : [{ from, to }];

/** A chain of more than this many steps is a loop or nobody's wish. */
const STEPS = 8;

/** Where one rule leads a path, or null when it says nothing of it. */
const follow = (redirects: ReadonlyMap<string, Redirect>, path: string): { to: string; audience: Audience } | null => {
  const exact = redirects.get(path);
  if (exact) return exact;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const rule = redirects.get(`${path.slice(0, end)}/*`);
    if (!rule) continue;
    return {
      to: rule.to.endsWith('/*') ? `${rule.to.slice(0, -1)}${path.slice(end + 1)}` : rule.to,
      audience: rule.audience,
    };
  }
  return null;
};

/**
 * Where an old path leads in the end, or null: for none, for a loop, and where a step leads to what these audiences may
 * not read, whose very address would tell of it.
 */
export const resolveRedirect = (
  redirects: ReadonlyMap<string, Redirect>,
  path: string,
  audiences: readonly Audience[],
): string | null => {
  let at = path;
  for (let step = 0; step < STEPS; step += 1) {
    const next = follow(redirects, at);
    if (!next) return at === path ? null : at;
    if (!audiences.includes(next.audience)) return null;
    at = next.to;
  }
  return null;
};
