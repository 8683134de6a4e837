import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root as MarkdownRoot, Node } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { anchorNames } from '@/domain/articles/anchors';
import { frenchTypography } from '@/domain/articles/typography';
import { hostedVideo, isOwnVideo } from '@/domain/articles/videos';
import type { Locale } from '@/domain/people/locale';
import { COMPONENTS, type ComponentName, isComponentName } from './components';
import { remarksOn } from './remarks';

export type Heading = { id: string; depth: number; text: string };
export type Mistake = { line: number; column: number; message: string };
/** An address or picture named in a body, and the line it stands on. */
export type Mention = { target: string; line: number };
export type PictureMention = Mention & { alt: string };

/** A body as data: a tree to render, and what other pages need to know of it. Nothing in it can be executed. */
export type Body = {
  tree: Root;
  headings: readonly Heading[];
  text: string;
  words: number;
  links: readonly Mention[];
  pictures: readonly PictureMention[];
  /** What can be published and should be mended: levels of headings, components outside their place. */
  remarks: readonly Mistake[];
};

export type CompiledBody = { ok: true; body: Body } | { ok: false; mistakes: readonly Mistake[] };

/** The language decides the typography; `mdx` knows components, `md` (imported files) is plain Markdown. */
export type BodyOptions = { locale: Locale; format: 'mdx' | 'md' };

/** The parts of an MDX tree's nodes that matter here; mdast's own union does not know the JSX ones. */
type AnyNode = Node & {
  value?: unknown;
  name?: string | null;
  attributes?: readonly JsxAttribute[];
  children?: AnyNode[];
};
type JsxAttribute = { type: string; name?: string; value?: unknown };

const CODE_NODES = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
const JSX_NODES = new Set(['mdxJsxFlowElement', 'mdxJsxTextElement']);

/**
 * Turns a content file (front matter included, so that lines are those of the file) into a tree of plain data.
 * MDX is taken as Markdown plus our components; imports, exports, expressions and raw HTML are mistakes, so that who
 * may write an article may not thereby run code on the server.
 */
export const compileBody = (source: string, { locale, format }: BodyOptions): CompiledBody => {
  try {
    const markdown = parse(source, format);
    const nodes = markdown as unknown as AnyNode;
    const mistakes = findMistakes(nodes);
    if (mistakes.length > 0) return { ok: false, mistakes };
    const remarks = remarksOn(nodes);
    nameExplicitly(nodes);
    if (locale === 'fr') setProse(nodes, frenchTypography);
    const { links, pictures } = mentionsOf(nodes);
    const tree = toTree(markdown);
    const headings = nameHeadings(tree);
    const text = searchableText(tree);
    return { ok: true, body: { tree, headings, text, words: countWords(text), links, pictures, remarks } };
  } catch (error) {
    return { ok: false, mistakes: [mistakeOf(error)] };
  }
};

const parse = (source: string, format: BodyOptions['format']): MarkdownRoot => {
  const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
  return format === 'mdx' ? reader.use(remarkMdx).parse(source) : reader.parse(source);
};

const positionOf = (node: AnyNode) => node.position?.start ?? { line: 1, column: 1 };

function findMistakes(root: AnyNode): Mistake[] {
  const mistakes: Mistake[] = [];
  visit(root, (node: AnyNode) => {
    const { line, column } = positionOf(node);
    for (const message of mistakesOfNode(node)) mistakes.push({ line, column, message });
  });
  return mistakes;
}

function mistakesOfNode(node: AnyNode): string[] {
  if (CODE_NODES.has(node.type)) return ['code is not allowed here: write \\{ for a brace'];
  if (!JSX_NODES.has(node.type)) return [];
  const name = node.name ?? '';
  return isComponentName(name) ? attributeMistakes(name, node.attributes ?? []) : [`unknown component <${name}>`];
}

function attributeMistakes(name: ComponentName, attributes: readonly JsxAttribute[]): string[] {
  const known: Record<string, readonly string[] | 'any' | 'required'> = COMPONENTS[name];
  const names = new Set(attributes.map((attribute) => attribute.name));
  const missing = Object.entries(known)
    .filter(([attribute, rule]) => rule === 'required' && !names.has(attribute))
    .map(([attribute]) => `<${name}> needs ${attribute}="…"`);
  const wrong = attributes.flatMap((attribute) => {
    const rule = attribute.name === undefined ? undefined : known[attribute.name];
    if (attribute.type !== 'mdxJsxAttribute' || rule === undefined) {
      return [`<${name}> has no attribute ${attribute.name ?? '{…}'}`];
    }
    if (typeof attribute.value !== 'string') return [`<${name}> ${attribute.name} must be written in quotes`];
    if (Array.isArray(rule) && !rule.includes(attribute.value)) {
      return [`<${name}> ${attribute.name} must be one of ${rule.join(', ')}`];
    }
    return [];
  });
  const given = Object.fromEntries(attributes.map((one) => [one.name ?? '', String(one.value ?? '')]));
  return [...missing, ...wrong, ...(name === 'Video' ? videoMistakes(given) : [])];
}

/** A video comes from a site whose player may be shown, or is a file of ours, with subtitles for those who do not hear. */
function videoMistakes({ src = '', poster, subtitles }: Record<string, string>): string[] {
  const isOwn = isOwnVideo(src);
  return [
    ...(isOwn || src === '' || hostedVideo(src)
      ? []
      : ['<Video> src must be a video of YouTube, Vimeo, Dailymotion or PeerTube, or a .mp4 or .webm under /media/']),
    ...(isOwn && !subtitles ? ['<Video> needs subtitles="/media/….vtt" for a file of ours'] : []),
    ...(poster !== undefined && !poster.startsWith('/media/')
      ? ['<Video> poster must be a picture under /media/']
      : []),
    ...(subtitles !== undefined && !/^\/media\/\S+\.vtt$/.test(subtitles)
      ? ['<Video> subtitles must be a .vtt file under /media/']
      : []),
  ];
}

/** The attributes that are read by people, and so follow the typography of the language. */
const PROSE_ATTRIBUTES = new Set(['title', 'alt', 'caption']);

function setProse(root: AnyNode, set: typeof frenchTypography): void {
  visit(root, (node: AnyNode, index: number | undefined, parent: AnyNode | undefined) => {
    // What stands on a key of the keyboard is no prose: <Key>?</Key>.
    if (node.type === 'text' && typeof node.value === 'string' && parent?.name !== 'Key') {
      node.value = set(node.value, { before: (index ?? 0) > 0 });
    }
    const picture = node as { alt?: string };
    if (node.type === 'image' && picture.alt) picture.alt = set(picture.alt);
    if (!JSX_NODES.has(node.type)) return;
    for (const attribute of node.attributes ?? []) {
      if (PROSE_ATTRIBUTES.has(attribute.name ?? '') && typeof attribute.value === 'string') {
        attribute.value = set(attribute.value);
      }
    }
  });
}

function mentionsOf(root: AnyNode): Pick<Body, 'links' | 'pictures'> {
  const links: Mention[] = [];
  const pictures: PictureMention[] = [];
  visit(root, (node: AnyNode) => {
    const { line } = positionOf(node);
    const written = node as { url?: string; alt?: string };
    if (node.type === 'link' || node.type === 'definition') links.push({ target: written.url ?? '', line });
    if (node.type === 'image') pictures.push({ target: written.url ?? '', alt: written.alt ?? '', line });
    if (!JSX_NODES.has(node.type)) return;
    const attributes = attributesOf(node);
    if (node.name === 'Video') {
      // Its poster says nothing that the title does not, and its files must be there like any other.
      const own = [attributes.src, attributes.poster, attributes.subtitles].filter((file) =>
        file?.startsWith('/media/'),
      );
      links.push(...own.map((target) => ({ target: target ?? '', line })));
      return;
    }
    if (attributes.href !== undefined) links.push({ target: attributes.href, line });
    if (attributes.src !== undefined) pictures.push({ target: attributes.src, alt: attributes.alt ?? '', line });
  });
  return { links, pictures };
}

const attributesOf = (node: AnyNode): Record<string, string> =>
  Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name ?? '', String(value ?? '')]));

/** Components keep their own tag names, so that one table of the renderer says what each becomes. */
const asElement = (node: AnyNode): Element => ({
  type: 'element',
  tagName: `mdx-${(node.name ?? '').toLowerCase()}`,
  properties: attributesOf(node),
  children: (node.children ?? []) as unknown as Element['children'],
});

function toTree(markdown: MarkdownRoot): Root {
  const tree = unified()
    .use(remarkRehype, { passThrough: [...JSX_NODES] as never[] })
    .runSync(markdown);
  return compact(tree as unknown as AnyNode) as Root;
}

/** Leaves out what rendering does not need (positions, line breaks between blocks): most of a tree's bytes. */
function compact(node: AnyNode): Nodes {
  if (JSX_NODES.has(node.type)) return compact(asElement(node) as unknown as AnyNode);
  const { position: _position, data: _data, ...kept } = node;
  if (!node.children) return kept as Nodes;
  const blank = (child: AnyNode) => child.type === 'text' && child.value === '\n';
  return { ...kept, children: node.children.filter((child) => !blank(child)).map(compact) } as unknown as Nodes;
}

/** `## Exporter \\{#export}` gives a heading a name of its own, which outlives a change of its words. */
const EXPLICIT_NAME = /\s*\{#([A-Za-z][\w:.-]*)\}\s*$/;

/** Reads the names that headings were given, and takes them out of the words. */
function nameExplicitly(root: AnyNode): void {
  visit(root, 'heading', (heading: AnyNode) => {
    const last = heading.children?.at(-1);
    const name = last?.type === 'text' && EXPLICIT_NAME.exec(String(last.value))?.[1];
    if (!last || !name) return;
    last.value = String(last.value).replace(EXPLICIT_NAME, '');
    heading.data = { hProperties: { id: name } } as NonNullable<Node['data']>;
  });
}

/** Gives each heading its anchor: its own name, or one made of its words that no other heading has. */
function nameHeadings(tree: Root): Heading[] {
  const headings: Heading[] = [];
  const anchorOf = anchorNames();
  const elements: { element: Element; depth: number }[] = [];
  visit(tree, 'element', (element) => {
    const depth = /^h([2-4])$/.exec(element.tagName)?.[1];
    if (depth) elements.push({ element, depth: Number(depth) });
  });
  const given = new Set(elements.map(({ element }) => element.properties.id));
  for (const { element, depth } of elements) {
    const text = textOf(element);
    let id = element.properties.id;
    while (typeof id !== 'string') {
      const name = anchorOf(text);
      if (!given.has(name)) id = name;
    }
    element.properties.id = id;
    headings.push({ id, depth, text });
  }
  return headings;
}

/** Everything a reader would read, titles of components included, for search; blocks without a full stop are parted by a dot. */
function searchableText(tree: Root): string {
  const pieces: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text') pieces.push(node.value);
    if (node.type !== 'element') return;
    if (!INLINE.has(node.tagName)) pieces.push(BLOCK);
    for (const name of PROSE_ATTRIBUTES) {
      const value = node.properties[name];
      if (typeof value === 'string') pieces.push(BLOCK, value, BLOCK);
    }
  });
  return pieces
    .join('')
    .split(BLOCK)
    .map((block) => block.replace(/[ \t\n]+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block, index, all) => (index === all.length - 1 || /[.!?:;…]$/.test(block) ? block : `${block} ·`))
    .join(' ');
}

/** Stands between blocks while their text is gathered; no text holds it. */
const BLOCK = '\0';

const INLINE = new Set(['a', 'em', 'strong', 'code', 'del', 'mdx-key', 'br']);

const countWords = (text: string): number => text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The parser gives the place of most mistakes; of a component left open it only speaks in its message. */
function mistakeOf(error: unknown): Mistake {
  const { line, column, reason, message } = error as {
    line?: number;
    column?: number;
    reason?: string;
    message?: string;
  };
  const words = reason ?? message ?? String(error);
  const [, spokenLine, spokenColumn] = /\((\d+):(\d+)/.exec(words) ?? [];
  return {
    line: line ?? Number(spokenLine ?? 1),
    column: column ?? Number(spokenColumn ?? 1),
    message: words,
  };
}
