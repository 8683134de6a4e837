import { parseFragment } from 'parse5';
import { HTML_NAMES } from './html-names';

/** A piece of a line of HTML or JSX, and how it was written. */
export type Token = { line: number; source: string } & (
  | { kind: 'open'; name: string; attributes: Record<string, string>; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; value: string }
);

/** A tag with its attributes: HTML's quotes, or the braces of JSX. */
const TAG =
  /<!--[\s\S]*?-->|<(\/)?([A-Za-z][\w.-]*)((?:\s+[^\s"'<>/={}]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s"'<>=`]+))?)*)\s*(\/)?>|<[!?][^>]*>/g;
const ATTRIBUTE = /([^\s"'<>/={}]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{(?:[^{}]|\{[^{}]*\})*\})|([^\s"'<>=`]+)))?/g;

/** Text with its entities read. */
export const decoded = (text: string): string => {
  if (!text.includes('&')) return text;
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes;
  return node && 'value' in node ? node.value : text;
};

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, braces, bare]) => [
      name === 'className' ? 'class' : name,
      decoded(double ?? single ?? bare ?? '') || (braces ?? '').replace(/^\{\s*['"`]?|['"`]?\s*\}$/g, ''),
    ]),
  );

/** `<BR>` is HTML as well; with a small letter in it, a name in capitals is that of a component. */
const nameOf = (written: string): string => {
  const small = written.toLowerCase();
  return written === written.toUpperCase() && HTML_NAMES.has(small) ? small : written;
};

/** Splits a stretch of HTML into tags and texts; comments and declarations are left out. `line` is that of its start. */
export const tokensOf = (html: string, line: number): Token[] => {
  const tokens: Token[] = [];
  const lineAt = (offset: number): number => line + (html.slice(0, offset).match(/\n/g)?.length ?? 0);
  let from = 0;
  const text = (until: number): void => {
    const source = html.slice(from, until);
    if (source) tokens.push({ kind: 'text', value: decoded(source), line: lineAt(from), source });
  };
  for (const found of html.matchAll(TAG)) {
    text(found.index);
    from = found.index + found[0].length;
    const [source, slash, written, attributes = '', selfClosed] = found;
    if (!written) continue;
    const name = nameOf(written);
    const place = { line: lineAt(found.index), source };
    if (slash) tokens.push({ kind: 'close', name, ...place });
    else
      tokens.push({
        kind: 'open',
        name,
        attributes: attributesOf(attributes),
        closed: Boolean(selfClosed),
        ...place,
      });
  }
  text(html.length);
  return tokens;
};
