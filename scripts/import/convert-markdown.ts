import { calloutKind } from './blocks';
import { type Context, convertInline, isInline } from './convert-inline';
import { trimmed } from './convert-words';
import { BLOCK_COMPONENTS, HTML_NAMES } from './html-names';
import { element, type ForeignNode, type OurNode, textOf, wordsOf } from './nodes';
import { component, paragraph, strong, words } from './ours';

/** `js {1,3} title="x"` and `{.python}` name a language somewhere in what stands after the fence. */
const languageOf = (lang: string | null | undefined): string | null =>
  /^[\w+#.-]+/.exec(lang?.replace(/^[{.]+/, '') ?? '')?.[0] ?? null;

const CODE_TITLE = /\b(?:title|filename)=(?:"([^"]*)"|'([^']*)')/;

/** A block of code under its title; marked lines and what else was said of its look is told. The name in brackets is that of a tab. */
export function codeOf(node: ForeignNode, context: Context): OurNode[] {
  const lang = languageOf(node.lang);
  const said = `${(node.lang ?? '').replace(/^\{?\.?[\w+#.-]*\}?/, '')} ${node.meta ?? ''}`;
  const [found = '', double, single] = CODE_TITLE.exec(said) ?? [];
  const title = double ?? single;
  const look = said
    .replace(found, '')
    .replace(/\[[^\]]*\]/, '')
    .trim();
  if (look) context.losses.addOften(context.file, node.line, look, 'marks of lines and the look of code; left out');
  const code = { type: 'code', lang, meta: null, value: node.value ?? '', line: node.line };
  return title ? [paragraph([strong(title, node.line)], node.line), code] : [code];
}

/** The explicit name of a heading, as Docusaurus, MkDocs and others write it. */
export const EXPLICIT = /\s*\{\s*:?\s*(?:[^{}]*\s)?#([\w:.+-]+)[^{}]*\}\s*$/;

export function heading(node: ForeignNode, depth: number, context: Context): OurNode[] {
  const anchors = [...context.anchors.splice(0)];
  const children = trimmed(convertInline(node.children ?? [], context)).filter((child) => child.type !== 'break');
  anchors.push(...context.anchors.splice(0));
  if (node.attributes?.id) anchors.unshift(node.attributes.id);
  const last = children.at(-1);
  const explicit = last?.type === 'text' ? EXPLICIT.exec(last.value ?? '')?.[1] : undefined;
  if (explicit && last) {
    anchors.unshift(explicit);
    children[children.length - 1] = { ...last, value: (last.value ?? '').replace(EXPLICIT, '') };
  }
  if (wordsOf(children) === '' && !children.some(({ type }) => type === 'image')) {
    context.losses.add(context.file, node.line, '#', 'a heading without words; left out');
    return [];
  }
  return [{ type: 'heading', depth, children, anchors, line: node.line }];
}

const LEFT_OUT = /^\s*(?:\[TOC\]|\[\[toc\]\])\s*$/i;

const SNIPPET = /^\s*--8<--\s*"?([^"]*)"?/;

export function paragraphs(node: ForeignNode, context: Context): OurNode[] {
  const text = textOf(node);
  if (LEFT_OUT.test(text)) return [];
  const snippet = SNIPPET.exec(text);
  if (snippet) {
    context.losses.add(context.file, node.line, `--8<-- ${snippet[1]}`, 'a piece of another file; left out');
    return [];
  }
  if (/^\*\[[^\]]+\]:/.test(text)) {
    context.losses.add(context.file, node.line, text.split('\n')[0] ?? '', 'explanations of abbreviations; left out');
    return [];
  }
  // A block tag inside a line of Markdown ends that line.
  return context.flow((node.children ?? []).map((child) => wordOfLine(child, context)));
}

/** A component that nobody here knows ends no line where it stands around words, as a badge or a term does. */
function wordOfLine(node: ForeignNode, context: Context): ForeignNode {
  const { type, name = '', attributes = {}, line } = node;
  if (type !== 'element' || name.startsWith('x-') || isInline(node)) return node;
  if (HTML_NAMES.has(name) || BLOCK_COMPONENTS.has(name) || /\.mdx?$/.test(context.imports.get(name) ?? ''))
    return node;
  const children = (node.children ?? []).map((child) => wordOfLine(child, context));
  return children.every(isInline) ? element('x-word', { ...attributes, tag: name }, children, line) : node;
}

/** `> [!NOTE]` of GitHub and Obsidian is a notice, everything else a quotation. */
export function quote(node: ForeignNode, context: Context): OurNode[] {
  const [first, ...rest] = node.children ?? [];
  const start = first?.children?.[0];
  const found = start?.type === 'text' ? /^\[!(\w+)\][+-]?[ \t]*([^\n]*)\n?/.exec(start.value ?? '') : null;
  const kind = found && calloutKind(found[1] ?? '');
  if (!found || !kind || !start)
    return [{ type: 'blockquote', children: context.flow(node.children ?? []), line: node.line }];
  const opening = [{ ...start, value: (start.value ?? '').slice(found[0].length) }, ...(first.children ?? []).slice(1)];
  const inner = [{ ...first, children: opening }, ...rest];
  return [component('Callout', { kind, title: found[2] }, context.flow(inner), node.line)];
}

export function listItem(item: ForeignNode, context: Context): OurNode {
  const children = context.flow(item.children ?? []);
  const [first] = children;
  if (typeof item.checked === 'boolean' && first?.type === 'paragraph') {
    first.children = [words(item.checked ? '☑ ' : '☐ ', item.line), ...(first.children ?? [])];
  }
  return { type: 'listItem', spread: item.spread ?? false, children, line: item.line };
}

export function tableOf(node: ForeignNode, context: Context): OurNode {
  const rows = (node.children ?? []).map((row) => ({
    type: 'tableRow',
    line: row.line,
    children: (row.children ?? []).map((cell) => ({
      type: 'tableCell',
      line: cell.line,
      children: convertInline(cell.children ?? [], context),
    })),
  }));
  return { type: 'table', align: node.align ?? [], children: rows, line: node.line };
}
