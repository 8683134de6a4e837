import { parseFragment } from 'parse5';

/** A piece of a line of HTML or JSX. */
export type Token =
  | { kind: 'open'; name: string; attributes: Record<string, string>; closed: boolean; line: number }
  | { kind: 'close'; name: string; line: number }
  | { kind: 'text'; value: string; line: number };

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

/** Splits a stretch of HTML into tags and texts; comments and declarations are left out. `line` is that of its start. */
export const tokensOf = (html: string, line: number): Token[] => {
  const tokens: Token[] = [];
  const lineAt = (offset: number): number => line + (html.slice(0, offset).match(/\n/g)?.length ?? 0);
  let from = 0;
  const text = (until: number): void => {
    if (until > from) tokens.push({ kind: 'text', value: decoded(html.slice(from, until)), line: lineAt(from) });
  };
  for (const found of html.matchAll(TAG)) {
    text(found.index);
    from = found.index + found[0].length;
    const [, slash, name, attributes = '', selfClosed] = found;
    if (!name) continue;
    const at = lineAt(found.index);
    if (slash) tokens.push({ kind: 'close', name, line: at });
    else
      tokens.push({ kind: 'open', name, attributes: attributesOf(attributes), closed: Boolean(selfClosed), line: at });
  }
  text(html.length);
  return tokens;
};
