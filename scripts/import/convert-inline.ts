import type { Losses } from './losses';
import { type ForeignNode, type OurNode, textOf } from './nodes';
import { component, words } from './ours';

export type Context = {
  file: string;
  losses: Losses;
  /** The blocks of a page that this one includes, or null when there is none. */
  include: (target: string) => readonly ForeignNode[] | null;
  imports: ReadonlyMap<string, string>;
  notes: ReadonlyMap<string, ForeignNode>;
  /** Anchors written before a heading, which is where they belong. */
  anchors: string[];
  /** Converts the blocks inside a block: what turns components and tags needs it, and it needs them. */
  flow: (nodes: readonly ForeignNode[]) => OurNode[];
};

/** Tags that only change how their words look: the words stay. */
const LOOKS = new Set([
  'span',
  'font',
  'small',
  'big',
  'u',
  'ins',
  'mark',
  'abbr',
  'time',
  'label',
  'q',
  'x-group',
  'center',
  'bdi',
  'bdo',
  'wbr',
  'button',
  'link',
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'option',
]);
const RAISED = new Set(['sub', 'sup']);
const MARKS: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
};
const INLINE_TAGS = new Set([
  ...LOOKS,
  ...RAISED,
  ...Object.keys(MARKS),
  'a',
  'br',
  'code',
  'kbd',
  'samp',
  'tt',
  'img',
  'picture',
  'source',
  'i',
  'x-expression',
  'x-word',
  'input',
  'Link',
  'Icon',
]);
const INLINE_NODES = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'linkReference',
  'imageReference',
  'footnoteReference',
]);

/** Tags that are lines of their own; only where there is but one line, as in the cell of a table, their words run on. */
const LINES = new Set(['p', 'div', 'center', 'ul', 'ol', 'li']);
const BOXES = new Set(['p', 'div', 'center']);

/** A link around a box of words is one all the same. */
const isFlat = (node: ForeignNode): boolean =>
  isInline(node) || (BOXES.has(node.name ?? '') && (node.children ?? []).every(isFlat));

/** Whether a node stands inside a line; a link or span around blocks is a block. */
export const isInline = (node: ForeignNode): boolean => {
  const { type, name = '', children = [] } = node;
  if (type !== 'element') return INLINE_NODES.has(type);
  if (!INLINE_TAGS.has(name) || LINES.has(name)) return false;
  return children.every(name === 'a' || name === 'Link' ? isFlat : isInline);
};

const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|[^:]*(?:[/?#]|$))/i;

/** An address that may be linked, or null for one that would run code or open a program. */
export const safeAddress = (url: string): string | null => (SAFE_ADDRESS.test(url.trim()) ? url.trim() : null);

export const convertInline = (nodes: readonly ForeignNode[], context: Context): OurNode[] =>
  nodes.flatMap((node) => inline(node, context));

function inline(node: ForeignNode, context: Context): OurNode[] {
  const { line } = node;
  const inner = () => convertInline(node.children ?? [], context);
  switch (node.type) {
    case 'text':
      return textWithKeys(node.value ?? '', line, context);
    case 'html':
      return [];
    case 'element':
      return inlineElement(node, context, inner);
    case 'footnoteReference':
      return footnote(node, context);
    case 'link':
      hoverLost(node.title, line, context);
      return [{ type: 'link', url: node.url ?? '', title: null, children: inner(), line }];
    case 'image':
      if (node.alt) hoverLost(node.title, line, context);
      return [{ type: 'image', url: node.url ?? '', alt: node.alt || node.title || '', title: null, line }];
    case 'paragraph':
      return inner();
    default: {
      if (!INLINE_NODES.has(node.type)) return node.children ? inner() : [words(textOf(node), line)];
      const { children: _children, attributes: _attributes, ...rest } = node;
      return [{ ...rest, ...(node.children ? { children: inner() } : {}) }];
    }
  }
}

function inlineElement(node: ForeignNode, context: Context, inner: () => OurNode[]): OurNode[] {
  const { name = '', attributes = {}, line } = node;
  const lost = (why: string) => context.losses.add(context.file, line, `<${name}>`, why);
  if (MARKS[name])
    return name === 'i' && /fa-|icon/.test(attributes.class ?? '')
      ? []
      : [{ type: MARKS[name], children: inner(), line }];
  if (RAISED.has(name)) {
    lost('raised and lowered signs become plain text');
    return inner();
  }
  switch (name) {
    case 'br':
    case 'hr':
      // A rule between words, as in the cell of a table, parts them as a new line does.
      return [{ type: 'break', line }];
    case 'code':
    case 'samp':
    case 'tt':
      return [{ type: 'inlineCode', value: textOf(node), line }];
    case 'kbd':
      return [component('Key', {}, [words(textOf(node).trim(), line)], line, true)];
    case 'a':
    case 'Link':
      return anchor(node, context, inner);
    case 'img':
      sizeLost(attributes, line, context);
      if (attributes.alt) hoverLost(attributes.title, line, context);
      return [
        { type: 'image', url: attributes.src ?? '', alt: attributes.alt || attributes.title || '', title: null, line },
      ];
    case 'picture':
      return convertInline(
        (node.children ?? []).filter((child) => child.name === 'img'),
        context,
      );
    case 'source':
    case 'select':
      return [];
    case 'input':
      return [words(attributes.type === 'checkbox' ? ('checked' in attributes ? '☑ ' : '☐ ') : '', line)];
    case 'x-expression':
      context.losses.add(
        context.file,
        line,
        `{${attributes.value}}`,
        'a value computed by the old site; its text stays',
      );
      return [words(`{${attributes.value ?? ''}}`, line)];
    case 'x-word':
      context.losses.add(
        context.file,
        line,
        `<${attributes.tag}>`,
        `no such component here; ${node.children?.length ? 'its words stay' : 'left out'}`,
      );
      return attributes.href ? anchor(node, context, inner) : inner();
    case 'Icon':
      return [];
    case 'li':
      return [words(' • ', line), ...inner()];
    default:
      if (name === 'abbr') hoverLost(attributes.title, line, context);
      if (LOOKS.has(name)) return inner();
      lost('no such component here; its words stay');
      return attributes.href ? anchor(node, context, inner) : inner();
  }
}

/** What only a mouse shows. */
const hoverLost = (title: string | null | undefined, line: number, { file, losses }: Context): void => {
  if (title) losses.addOften(file, line, title, 'words that only showed under the mouse; left out');
};

/** The size that a page gave a picture: ours are as large as their files and the page allow. */
export const sizeLost = (
  { width, height, style = '' }: Readonly<Record<string, string>>,
  line: number,
  { file, losses }: Context,
): void => {
  const size = [width, height].filter(Boolean).join(' × ') || /\b(?:max-)?(?:width|height)\s*:[^;]+/.exec(style)?.[0];
  if (size) losses.addOften(file, line, size, 'the size of a picture on the old page; left out');
};

function anchor(node: ForeignNode, context: Context, inner: () => OurNode[]): OurNode[] {
  const { attributes = {}, line } = node;
  const id = attributes.id ?? attributes.name;
  if (id) context.anchors.push(id);
  hoverLost(attributes.title, line, context);
  const address = attributes.href ?? attributes.to;
  const children = inner();
  if (address === undefined) return children;
  const url = safeAddress(address);
  if (url === null)
    context.losses.add(context.file, line, `link ${address}`, 'an address that runs something; the words stay');
  return url === null || children.length === 0 ? children : [{ type: 'link', url, title: null, children, line }];
}

function footnote(node: ForeignNode, context: Context): OurNode[] {
  const note = context.notes.get(node.identifier ?? '');
  if (!note) return [];
  context.losses.add(
    context.file,
    node.line,
    `[^${node.identifier}]`,
    'footnotes do not exist here; it stands in brackets in the text',
  );
  return [words(' (', node.line), ...convertInline(note.children ?? [], context), words(')', node.line)];
}

/** `++ctrl+alt+del++` of MkDocs, icons by name, and attributes after a piece of text; a brace in a word or formula is none. */
const SPECIAL =
  /\+\+([a-z0-9-]+(?:\+(?:[a-z0-9-]+|"[^"]+"))*)\+\+|:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:|(?<![\w^\\])\{:?\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w-]+)|data-[\w-]+)(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w-]+)))*\s*\}/g;

function textWithKeys(value: string, line: number, context: Context): OurNode[] {
  const nodes: OurNode[] = [];
  let from = 0;
  for (const found of value.matchAll(SPECIAL)) {
    // An explicit name at the end of a heading is read with the heading.
    if (/^\{[^}]*#/.test(found[0])) continue;
    if (found.index > from) nodes.push(words(value.slice(from, found.index), line));
    from = found.index + found[0].length;
    if (found[1]) nodes.push(...keys(found[1], line));
    else if (found[0].startsWith(':'))
      context.losses.addOften(context.file, line, found[0], 'an icon of the old site; left out');
    else context.losses.addOften(context.file, line, found[0], 'attributes for the look of the old site; left out');
  }
  if (from < value.length) nodes.push(words(value.slice(from), line));
  return nodes;
}

const keys = (combination: string, line: number): OurNode[] =>
  combination.split('+').flatMap((key, at) => [
    ...(at > 0 ? [words(' + ', line)] : []),
    component(
      'Key',
      {},
      [
        words(
          key.replaceAll('"', '').replace(/^./, (first) => first.toUpperCase()),
          line,
        ),
      ],
      line,
      true,
    ),
  ]);
