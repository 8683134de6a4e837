import type { Losses } from './losses';

/** A line to be parsed, and the line of the source file it comes from. */
export type SourceLine = { text: string; line: number };

/** Kinds of notice of all dialects, as our callouts name them. */
const CALLOUTS: Readonly<Record<string, string>> = {
  note: 'info',
  info: 'info',
  abstract: 'info',
  summary: 'info',
  tldr: 'info',
  question: 'info',
  help: 'info',
  faq: 'info',
  example: 'info',
  quote: 'info',
  cite: 'info',
  secondary: 'info',
  hint: 'tip',
  tip: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'warning',
  warning: 'warning',
  caution: 'warning',
  attention: 'warning',
  danger: 'danger',
  error: 'danger',
  failure: 'danger',
  fail: 'danger',
  missing: 'danger',
  bug: 'danger',
};

/** Our kind for a dialect's notice, or undefined when the word names none. */
export const calloutKind = (word: string): string | undefined => CALLOUTS[word.toLowerCase()];

const attribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const open = (name: string, attributes: Readonly<Record<string, string | undefined>>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => (value ? ` ${key}="${attribute(value)}"` : ''))
    .join('')}>`;

const indentOf = (text: string): number => text.length - text.trimStart().length;

const FENCE = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;
/** The signs of quotations that a line begins with. */
const QUOTED = /^(?:\s{0,3}>)+ ?/;
const DIRECTIVE = /^(\s*)(:{3,})\s*([A-Za-z][\w-]*)?\s*(.*)$/;
const ADMONITION = /^(\s*)(!!!|\?\?\?\+?)\s+([\w-]+)((?:\s+[\w-]+)*)(?:\s+"(.*)")?\s*$/;
const TAB = /^(\s*)===[!+]?\s+"(.*)"\s*$/;
const TAG = /\{%-?\s*(.+?)\s*-?%\}/g;

type Out = { lines: SourceLine[]; file: string; losses: Losses };

/** A marker stands alone between blank lines, so that every parser takes it for a block. */
const mark = (out: Out, indent: string, text: string, line: number): void => {
  for (const each of ['', indent + text, '']) out.lines.push({ text: each, line });
};

/**
 * Rewrites the block syntax that dialects add to Markdown (`:::` of Docusaurus and VitePress, `{% … %}` of GitBook, `!!!`,
 * `???` and `===` of MkDocs) as tags, which the next step reads with all other tags. Code is left alone; every line keeps
 * the number it has in the file.
 */
export const tagBlocks = (lines: readonly SourceLine[], file: string, losses: Losses): SourceLine[] => {
  const out: Out = { lines: [], file, losses };
  walk(lines, out);
  return out.lines;
};

function walk(lines: readonly SourceLine[], out: Out): void {
  const directives: { colons: number; name: string; indent: string; line: number }[] = [];
  let fence: Fence | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const { text, line } = lines[at] as SourceLine;
    const { depth, inner } = withoutQuotes(text);
    // Code in a quotation ends with the quotation.
    if (fence && depth < fence.depth) fence = null;
    const fenced = FENCE.exec(inner)?.[1];
    if (fence || fenced) {
      if (!fence && fenced) fence = { mark: fenced, indent: indentOf(inner), depth };
      else if (fence && closes(inner, fence)) fence = null;
      out.lines.push({ text, line });
      continue;
    }
    const admonition = ADMONITION.exec(text);
    const tab = TAB.exec(text);
    if (admonition || tab) {
      at = (tab ? tabs : admonitionBlock)(lines, at, out) - 1;
      continue;
    }
    const directive = DIRECTIVE.exec(text);
    if (directive) {
      directiveLine(directive, line, directives, out);
      continue;
    }
    gitbookLine(text, line, out);
  }
  for (const left of directives.reverse()) {
    out.losses.add(out.file, left.line, ':::', 'the block was never closed; it ends with the page');
    mark(out, left.indent, `</${left.name}>`, lines.at(-1)?.line ?? left.line);
  }
}

/** A stretch of code: its marks, how far they are indented, and in how many quotations. */
type Fence = { mark: string; indent: number; depth: number };

const withoutQuotes = (text: string): { depth: number; inner: string } => {
  const quotes = QUOTED.exec(text)?.[0] ?? '';
  return { depth: quotes.replace(/[^>]/g, '').length, inner: text.slice(quotes.length) };
};

/** A fence ends with one at least as long, that is not indented as code. */
const closes = (text: string, fence: Fence): boolean =>
  text.trim().startsWith(fence.mark) && /^\s*(`+|~+)\s*$/.test(text) && indentOf(text) <= fence.indent + 3;

/** The lines after `from` that are indented below it, brought four columns to the left; and where they end. */
const indented = (lines: readonly SourceLine[], from: number): { inner: SourceLine[]; end: number } => {
  const indent = indentOf(lines[from]?.text ?? '') + 4;
  const inner: SourceLine[] = [];
  let end = from + 1;
  for (; end < lines.length; end += 1) {
    const { text, line } = lines[end] as SourceLine;
    const blank = text.trim() === '';
    if (!blank && indentOf(text.replaceAll('\t', '    ')) < indent) break;
    const spaced = text.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length));
    inner.push({ text: blank ? '' : spaced.slice(0, indent - 4) + spaced.slice(indent), line });
  }
  while (inner.at(-1)?.text === '') {
    inner.pop();
    end -= 1;
  }
  return { inner, end };
};

function admonitionBlock(lines: readonly SourceLine[], at: number, out: Out): number {
  const { text, line } = lines[at] as SourceLine;
  const [, indent = '', sign = '', kind = '', , title] = ADMONITION.exec(text) ?? [];
  const { inner, end } = indented(lines, at);
  const folds = sign.startsWith('?');
  const name = folds ? 'details' : 'x-callout';
  mark(out, indent, open(name, folds ? { title: title ?? kind } : { kind: kind.toLowerCase(), title }), line);
  walk(inner, out);
  mark(out, indent, `</${name}>`, inner.at(-1)?.line ?? line);
  return end;
}

function tabs(lines: readonly SourceLine[], from: number, out: Out): number {
  const first = lines[from] as SourceLine;
  const indent = TAB.exec(first.text)?.[1] ?? '';
  mark(out, indent, '<x-tabs>', first.line);
  let at = from;
  let last = first.line;
  for (;;) {
    const current = lines[at];
    const [, own = '', title = ''] = TAB.exec(current?.text ?? '') ?? [];
    if (!current || !TAB.test(current.text) || own !== indent) break;
    const { inner, end } = indented(lines, at);
    mark(out, indent, open('x-tab', { title }), current.line);
    walk(inner, out);
    last = inner.at(-1)?.line ?? current.line;
    mark(out, indent, '</x-tab>', last);
    at = end;
    while (
      lines[at]?.text.trim() === '' &&
      TAB.test(lines.slice(at).find(({ text }) => text.trim() !== '')?.text ?? '')
    )
      at += 1;
  }
  mark(out, indent, '</x-tabs>', last);
  return at;
}

type Directives = { colons: number; name: string; indent: string; line: number }[];

function directiveLine(found: RegExpExecArray, line: number, directives: Directives, out: Out): void {
  const [, indent = '', colons = '', word, rest = ''] = found;
  const top = directives.at(-1);
  if (!word) {
    if (top && colons.length <= top.colons) {
      directives.pop();
      mark(out, top.indent, `</${top.name}>`, line);
    }
    return;
  }
  const { name, attributes } = directiveTag(word, rest);
  directives.push({ colons: colons.length, name, indent, line });
  mark(out, indent, open(name, attributes), line);
}

/** `:::tip[Title]{#id}`, `:::tip Title` and `::: details Title` say the same in several ways. */
function directiveTag(word: string, rest: string): { name: string; attributes: Record<string, string | undefined> } {
  const title = (/^\[(.*?)\]/.exec(rest)?.[1] ?? rest.replace(/\{.*\}\s*$/, '').replace(/\bid=\S+/, '')).trim();
  if (word === 'details') return { name: 'details', attributes: { title } };
  if (word === 'steps') return { name: 'x-steps', attributes: {} };
  if (word === 'code-group' || word === 'tabs') return { name: 'x-tabs', attributes: {} };
  if (word === 'tab') return { name: 'x-tab', attributes: { title } };
  if (calloutKind(word)) return { name: 'x-callout', attributes: { kind: word.toLowerCase(), title } };
  return { name: 'x-unknown', attributes: { what: `:::${word}`, title } };
}

/** Code spans are not looked into: documentation of a dialect shows its tags. */
const maskCode = (text: string): string => text.replace(/(`+)(?:(?!\1).)+\1/g, (span) => '\0'.repeat(span.length));

function gitbookLine(text: string, line: number, out: Out): void {
  const masked = maskCode(text);
  let from = 0;
  let any = false;
  for (const found of masked.matchAll(TAG)) {
    const tag = gitbookTag(found[1] ?? '');
    if (tag === undefined) continue;
    any = true;
    const before = text.slice(from, found.index);
    if (before.trim()) out.lines.push({ text: before, line });
    if (tag !== '') mark(out, ' '.repeat(indentOf(text)), tag, line);
    from = found.index + found[0].length;
  }
  const rest = text.slice(from);
  if (!any || rest.trim()) out.lines.push({ text: any ? rest.trimStart() : rest, line });
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(([, key = '', a, b, c]) => [
      key,
      a ?? b ?? c ?? '',
    ]),
  );

const GITBOOK: Readonly<Record<string, string>> = {
  hint: 'x-callout',
  tabs: 'x-tabs',
  tab: 'x-tab',
  stepper: 'x-steps',
  step: 'x-step',
  code: 'x-code',
  columns: 'x-group',
  column: 'x-group',
  'content-ref': 'x-group',
};

/** Blocks whose end says nothing more: what they hold follows as it is. */
const SINGLE = new Set(['embed', 'file', 'include']);

/** The tag for what stands between `{%` and `%}`; empty for one to leave out, undefined for what is no block of GitBook. */
function gitbookTag(inside: string): string | undefined {
  const [, end, word = '', rest = ''] = /^(end)?(@?[\w/-]+)\s*(.*)$/s.exec(inside) ?? [];
  const attributes = attributesIn(rest);
  if (SINGLE.has(word)) {
    if (end) return '';
    const target = attributes.url ?? attributes.src ?? /"([^"]+)"/.exec(rest)?.[1];
    return open(`x-${word}`, { url: target }).replace(/>$/, ' />');
  }
  const name = GITBOOK[word];
  if (name) return end ? `</${name}>` : open(name, { ...attributes, kind: attributes.style });
  if (end || word === 'else') return end ? '</x-unknown>' : '';
  if (/^(?:if|for|raw|updates|update|prompt|openapi[\w-]*|swagger|api-method[\w-]*)$/.test(word)) {
    return open('x-unknown', { what: `{% ${word} %}`, title: attributes.title ?? attributes.date });
  }
  return open('x-unknown', { what: `{% ${word} %}` }).replace(/>$/, ' />');
}
