import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type SourceLine, tagBlocks } from './blocks';
import { type Token, tokensOf } from './html-tokens';
import type { Losses } from './losses';
import { element, type ForeignNode } from './nodes';
import { placeholdersIn } from './placeholders';

type Parsed = { position?: { start: { line: number } }; children?: Parsed[]; type: string; value?: string } & Record<
  string,
  unknown
>;

/** A file read: the blocks of its body, and what its `import` lines name. */
export type ParsedPage = { children: ForeignNode[]; imports: ReadonlyMap<string, string> };

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
/** What these hold is no text of the page. */
const OPAQUE = new Set(['script', 'style', 'template', 'noscript']);
/** Opening one of these ends the one that is open: HTML lets writers leave their ends out. */
const ENDS_ITSELF = new Set(['li', 'p', 'tr', 'td', 'th', 'dt', 'dd', 'option']);

const readsAsMdx = (file: string, source: string): boolean =>
  file.endsWith('.mdx') ||
  /^(?:import\s.+from\s*['"]|export\s+(?:const|default|function)\b)|^\s*<[A-Z]\w*/m.test(withoutFences(source));

const withoutFences = (source: string): string => source.replace(/^([ \t]*)(`{3,}|~{3,})[\s\S]*?^\1\2/gm, '');

/**
 * Parses a page of any of the dialects. MDX where it is MDX and parses as such, else Markdown with whatever HTML it holds;
 * either way tags come out as elements with their content inside.
 */
export const parsePage = (source: string, file: string, firstLine: number, losses: Losses): ParsedPage => {
  const lines = source.split(/\r?\n/).map((text, at): SourceLine => ({ text, line: at + firstLine }));
  const tagged = tagBlocks(lines, file, losses);
  const numbers = tagged.map(({ line }) => line);
  const lineOf = (line: number): number => numbers[line - 1] ?? firstLine;
  const text = tagged.map((line) => line.text).join('\n');
  if (readsAsMdx(file, source)) {
    try {
      return fromMdx(text, lineOf);
    } catch {
      if (file.endsWith('.mdx')) losses.add(file, firstLine, 'MDX', 'does not parse as MDX; read as plain Markdown');
    }
  }
  const tree = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).parse(text) as unknown as Parsed;
  return { children: pairedChildren(tree.children ?? [], { lineOf, file, losses }), imports: new Map() };
};

/** Comments, code between fences, code in a line, names of headings and rules, whichever begins first. */
const LOOSE_MDX =
  /<!--(?<comment>[\s\S]*?)-->|^[ \t>]*(?<fence>`{3,}|~{3,})[\s\S]*?(?:^[ \t>]*\k<fence>[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(?<ticks>`+)(?!`)[^\n]*?(?<!`)\k<ticks>(?!`)|^(?<heading>#{1,6}\s.*?)\s*\{#(?<name>[\w-:.]+)\}[ \t]*$|<(?<rule>br|hr)>/gm;

/** What the site generators allow in MDX and MDX itself does not; code is left as it is. */
const asStrictMdx = (text: string): string =>
  text.replace(LOOSE_MDX, (found, ...rest) => {
    const { comment, heading, name, rule } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (comment !== undefined) return `{/*${comment.replaceAll('*/', '* /')}*/}`;
    if (heading !== undefined) return `${heading} \\{#${name}}`;
    return rule === undefined ? found : `<${rule}/>`;
  });

function fromMdx(text: string, lineOf: (line: number) => number): ParsedPage {
  const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);
  const tree = reader.parse(asStrictMdx(text)) as unknown as Parsed;
  const imports = new Map<string, string>();
  const children = (tree.children ?? []).flatMap((child) => mdxNode(child, lineOf, imports));
  return { children, imports };
}

function mdxNode(node: Parsed, lineOf: (line: number) => number, imports: Map<string, string>): ForeignNode[] {
  const line = lineOf(node.position?.start.line ?? 1);
  if (node.type === 'mdxjsEsm') {
    // A program's string: `'./\_part.mdx'` is `./_part.mdx`.
    for (const [, name = '', from = ''] of (node.value ?? '').matchAll(/import\s+(\w+)\s+from\s+['"]([^'"]+)['"]/g))
      imports.set(name, from.replace(/\\(.)/g, '$1'));
    return [];
  }
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return expression(node.value ?? '', line);
  const children = (node.children ?? []).flatMap((child) => mdxNode(child, lineOf, imports));
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return [element(String(node.name ?? 'x-group'), jsxAttributes(node), children, line)];
  }
  return [plainNode(node, line, node.children ? children : undefined)];
}

function expression(value: string, line: number): ForeignNode[] {
  const literal = /^\s*(['"`])([\s\S]*)\1\s*$/.exec(value)?.[2];
  if (literal !== undefined && !literal.includes('${')) return [{ type: 'text', value: literal, line }];
  if (/^\s*(?:\/\*[\s\S]*\*\/\s*)*$/.test(value)) return [];
  return [element('x-expression', { value: value.trim() }, [], line)];
}

const jsxAttributes = (node: Parsed): Record<string, string> =>
  Object.fromEntries(
    ((node.attributes ?? []) as { name?: string; value?: string | { value: string } | null }[]).map(
      ({ name, value }) => [
        name === 'className' ? 'class' : (name ?? ''),
        typeof value === 'string' ? value : value ? value.value.trim().replace(/^(['"`])(.*)\1$/s, '$2') : '',
      ],
    ),
  );

function plainNode(node: Parsed, line: number, children: ForeignNode[] | undefined): ForeignNode {
  const { position: _position, data: _data, children: _children, ...rest } = node;
  return { ...rest, line, ...(children ? { children } : {}) } as ForeignNode;
}

type Pairing = { lineOf: (line: number) => number; file: string; losses: Losses };

/** Markdown gives tags one by one; brings each pair together with what stands between, over as many blocks as it spans. */
function pairedChildren(nodes: readonly Parsed[], context: Pairing): ForeignNode[] {
  const root: ForeignNode[] = [];
  const stack: { name: string; attributes: Record<string, string>; line: number; children: ForeignNode[] }[] = [];
  const put = (node: ForeignNode) => (stack.at(-1)?.children ?? root).push(node);
  const pop = () => {
    const closed = stack.pop();
    if (closed && !OPAQUE.has(closed.name)) put(element(closed.name, closed.attributes, closed.children, closed.line));
    else if (closed) put(element(closed.name, {}, [], closed.line));
  };
  const lineOf = (node: Parsed): number => context.lineOf(node.position?.start.line ?? 1);
  const pieces = nodes.map((node) => (node.type === 'html' ? tokensOf(node.value ?? '', lineOf(node)) : node));
  const placeholders = placeholdersIn(pieces.flatMap((piece) => (Array.isArray(piece) ? piece : [])));
  const take = (token: Token): void => {
    if (placeholders.has(token)) {
      put({ type: 'text', value: token.source, line: token.line });
      context.losses.addOften(context.file, token.line, token.source, 'no element, and nothing ends it; kept as words');
    } else if (token.kind === 'text') put({ type: 'text', value: token.value, line: token.line });
    else if (token.kind === 'open') {
      if (ENDS_ITSELF.has(token.name) && stack.at(-1)?.name === token.name) pop();
      if (token.closed || VOID.has(token.name)) put(element(token.name, token.attributes, [], token.line));
      else stack.push({ ...token, children: [] });
    } else if (stack.some(({ name }) => name === token.name)) {
      while (stack.at(-1)?.name !== token.name) pop();
      pop();
    } else if (!VOID.has(token.name))
      context.losses.add(context.file, token.line, `</${token.name}>`, 'closes a tag that was never opened; left out');
  };
  for (const piece of pieces) {
    if (Array.isArray(piece)) piece.forEach(take);
    else put(plainNode(piece, lineOf(piece), piece.children ? pairedChildren(piece.children, context) : undefined));
  }
  while (stack.length > 0) pop();
  return root;
}
