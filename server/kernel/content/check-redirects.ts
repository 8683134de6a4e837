import { addressOf } from './check-links';
import { type Finding, fieldsOf, type Inspected } from './inspect';
import { REDIRECTS_FILE, type Redirect, readRedirects, resolveRedirect, type WrittenRedirect } from './redirects';

/** A redirect with the place it was written at. */
type Rule = WrittenRedirect;

/**
 * Checks `redirects.yml` and `redirectsFrom`: an old address that is a living page's (the page would never be left), one
 * that is given twice, one that leads to nothing, and rules that lead in a circle.
 */
export const checkRedirects = (
  files: readonly Inspected[],
  yaml: string,
  isPage: (path: string) => boolean,
): Finding[] => {
  const { redirects: written, mistakes } = readRedirects(yaml);
  const rules = [...files.flatMap(rulesOf), ...written];
  const table = new Map<string, Redirect>(rules.map(({ from, to }) => [from, { from, to, audience: 'public' }]));
  const first = new Map<string, Rule>();
  const findings = rules.flatMap((rule) => {
    const message = wrongWith(rule, first.get(rule.from), table, isPage);
    if (!first.has(rule.from)) first.set(rule.from, rule);
    return message ? [{ path: rule.path, line: rule.line, message }] : [];
  });
  return [...mistakes.map((mistake) => ({ path: REDIRECTS_FILE, ...mistake })), ...findings];
};

/** The rules that an article's front matter makes. */
function rulesOf(file: Inspected): Rule[] {
  const places = fieldsOf(file).redirectsFrom;
  if (!Array.isArray(places)) return [];
  const { locale } = file.place;
  const to = addressOf(file);
  return places.map((place, index) => ({
    from: `/${locale}/help/${place}`,
    to,
    path: file.path,
    line: file.lineOf('redirectsFrom', index),
  }));
}

function wrongWith(
  { from, to }: Rule,
  earlier: Rule | undefined,
  table: ReadonlyMap<string, Redirect>,
  isPage: (path: string) => boolean,
): string | null {
  if (earlier) return `duplicate redirect from ${from}, also in ${earlier.path}:${earlier.line}`;
  if (isPage(from)) return `redirect from ${from}, which is a living page`;
  if (to.endsWith('/*')) return null;
  const example = from.endsWith('/*') ? from.replace(/\*$/, 'x') : from;
  const end = resolveRedirect(table, example, ['public']);
  if (end === null) return `redirect from ${from} leads in a circle`;
  return end.startsWith('/') && !isPage(end.split(/[?#]/)[0] ?? '')
    ? `redirect from ${from} leads to no page: ${end}`
    : null;
}
