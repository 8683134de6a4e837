import { hostedVideo } from '@/domain/articles/videos';
import { calloutKind } from './blocks';
import { type Context, convertInline, isInline } from './convert-inline';
import { cards, htmlTable } from './convert-tables';
import { type ForeignNode, type OurNode, textOf, wordsOf } from './nodes';
import { component, link, paragraph, strong, words } from './ours';

/** Turns the blocks of a foreign page into blocks of ours; what has no place with us is told as a loss. */
export const convertPage = (nodes: readonly ForeignNode[], settings: Omit<Context, 'notes' | 'anchors'>): OurNode[] => {
  const notes = new Map<string, ForeignNode>();
  for (const node of nodes) if (node.type === 'footnoteDefinition') notes.set(node.identifier ?? '', node);
  return convertFlow(nodes, { ...settings, notes, anchors: [] });
};

/** Blocks one by one; words that stand loose between them become paragraphs. */
const convertFlow = (nodes: readonly ForeignNode[], context: Context): OurNode[] => {
  const blocks: OurNode[] = [];
  let loose: ForeignNode[] = [];
  const settle = () => {
    const [first] = loose;
    const children = trimmed(convertInline(loose, context));
    if (first && children.length > 0) blocks.push(...asParagraphs(children, first.line));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      settle();
      blocks.push(...convertBlock(node, context));
    }
  }
  settle();
  return blocks;
};

const isBlank = (node: OurNode | undefined): boolean =>
  node !== undefined && (node.type === 'break' || (node.type === 'text' && (node.value ?? '').trim() === ''));

/** Without the spaces and breaks at both ends; the indentation of HTML is no text. */
const trimmed = (nodes: readonly OurNode[]): OurNode[] => {
  let [from, to] = [0, nodes.length];
  while (from < to && isBlank(nodes[from])) from += 1;
  while (to > from && isBlank(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to).map((node, at, all) => {
    if (node.type !== 'text') return node;
    let value = (node.value ?? '').replace(/[ \t]*\n[ \t]*/g, '\n');
    if (at === 0) value = value.trimStart();
    if (at === all.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
};

/** Two breaks in a row part paragraphs. */
const asParagraphs = (children: readonly OurNode[], line: number): OurNode[] => {
  const groups: OurNode[][] = [[]];
  children.forEach((node, at) => {
    const twice = node.type === 'break' && (children[at + 1]?.type === 'break' || children[at - 1]?.type === 'break');
    if (twice) groups.push([]);
    else groups.at(-1)?.push(node);
  });
  return groups
    .map(trimmed)
    .filter((group) => group.length > 0)
    .map((group) => paragraph(group, group[0]?.line ?? line));
};

function convertBlock(node: ForeignNode, context: Context): OurNode[] {
  const { line, children = [] } = node;
  switch (node.type) {
    case 'element':
      return convertElement(node, context);
    case 'heading':
      return heading(node, node.depth ?? 2, context);
    case 'paragraph':
      return paragraphs(node, context);
    case 'blockquote':
      return quote(node, context);
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? null,
          spread: node.spread ?? false,
          children: children.map((item) => listItem(item, context)),
          line,
        },
      ];
    case 'table':
      return [tableOf(node, context)];
    case 'code':
      return [{ type: 'code', lang: languageOf(node.lang), meta: null, value: node.value ?? '', line }];
    case 'definition':
    case 'thematicBreak': {
      const { attributes: _attributes, children: _children, ...rest } = node;
      return [rest];
    }
    case 'yaml':
    case 'html':
    case 'footnoteDefinition':
      return [];
    default:
      return convertFlow(children, context);
  }
}

/** `js {1,3} title="x"` and `{.python}` name a language somewhere in what stands after the fence. */
const languageOf = (lang: string | null | undefined): string | null =>
  /^[\w+#.-]+/.exec(lang?.replace(/^[{.]+/, '') ?? '')?.[0] ?? null;

/** The explicit name of a heading, as Docusaurus, MkDocs and others write it. */
const EXPLICIT = /\s*\{\s*:?\s*(?:[^{}]*\s)?#([\w:.+-]+)[^{}]*\}\s*$/;

function heading(node: ForeignNode, depth: number, context: Context): OurNode[] {
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

function paragraphs(node: ForeignNode, context: Context): OurNode[] {
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
  return convertFlow(node.children ?? [], context);
}

/** `> [!NOTE]` of GitHub and Obsidian is a notice, everything else a quotation. */
function quote(node: ForeignNode, context: Context): OurNode[] {
  const [first, ...rest] = node.children ?? [];
  const start = first?.children?.[0];
  const found = start?.type === 'text' ? /^\[!(\w+)\][+-]?[ \t]*([^\n]*)\n?/.exec(start.value ?? '') : null;
  const kind = found && calloutKind(found[1] ?? '');
  if (!found || !kind || !start)
    return [{ type: 'blockquote', children: convertFlow(node.children ?? [], context), line: node.line }];
  const opening = [{ ...start, value: (start.value ?? '').slice(found[0].length) }, ...(first.children ?? []).slice(1)];
  const inner = [{ ...first, children: opening }, ...rest];
  return [component('Callout', { kind, title: found[2] }, convertFlow(inner, context), node.line)];
}

function listItem(item: ForeignNode, context: Context): OurNode {
  const children = convertFlow(item.children ?? [], context);
  const [first] = children;
  if (typeof item.checked === 'boolean' && first?.type === 'paragraph') {
    first.children = [words(item.checked ? '☑ ' : '☐ ', item.line), ...(first.children ?? [])];
  }
  return { type: 'listItem', spread: item.spread ?? false, children, line: item.line };
}

function tableOf(node: ForeignNode, context: Context): OurNode {
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

const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'applet',
  'canvas',
  'form',
  'select',
  'textarea',
  'dialog',
  'audio',
  'frameset',
  'frame',
]);
const BOXES = new Set([
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'center',
  'nav',
  'hgroup',
  'address',
  'x-group',
  'figure',
  'p',
  'span',
  'TabPanel',
  'Columns',
  'Column',
  'CardGroup',
  'Fragment',
  'dl',
  'tbody',
  'thead',
  'nobr',
  'font',
  'small',
  'a',
  'button',
  'Head',
  'head',
]);
const CALLOUT_TAGS: Readonly<Record<string, string>> = {
  Note: 'note',
  Tip: 'tip',
  Info: 'info',
  Warning: 'warning',
  Caution: 'caution',
  Danger: 'danger',
  Check: 'check',
};

function convertElement(node: ForeignNode, context: Context): OurNode[] {
  const { name = '', attributes = {}, children = [], line } = node;
  const inner = () => convertFlow(children, context);
  const lost = (why: string, what = `<${name}>`) => context.losses.add(context.file, line, what, why);
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) return heading(node, Number(level), context);
  if (name === 'div' && /\b(?:admonition|alert|callout)\b/.test(attributes.class ?? '')) {
    const kind = (attributes.class ?? '')
      .split(/[\s-]+/)
      .map(calloutKind)
      .find(Boolean);
    return [component('Callout', { kind: kind ?? 'info' }, inner(), line)];
  }
  if (DROPPED.has(name)) {
    lost(
      children.length > 0 && textOf(node).trim()
        ? 'not allowed in an article; left out with what it holds'
        : 'not allowed in an article; left out',
    );
    return [];
  }
  switch (name) {
    case 'x-callout':
    case 'Admonition':
    case 'Aside':
    case 'Callout':
      return [callout(attributes.kind ?? attributes.type ?? 'note', attributes.title, node, context)];
    case 'details':
    case 'Details':
    case 'Accordion':
    case 'DetailedExplanation':
    case 'Expandable':
      return [accordion(node, context)];
    case 'x-tabs':
    case 'Tabs':
    case 'CodeGroup':
      return tabsOf(node, context);
    case 'x-tab':
    case 'TabItem':
    case 'Tab':
      return [tab(node, 1, context)];
    case 'x-steps':
    case 'Steps':
      return stepsOf(node, context);
    case 'x-step':
    case 'Step':
      return [step(node, context)];
    case 'figure':
      return figure(node, context);
    case 'figcaption':
    case 'caption':
    case 'summary':
    case 'dt':
      return inner();
    case 'dd':
    case 'li':
      return inner();
    case 'blockquote':
      return [{ type: 'blockquote', children: inner(), line }];
    case 'pre':
      return [
        {
          type: 'code',
          lang: /language-([\w-]+)/.exec(attributes.class ?? children[0]?.attributes?.class ?? '')?.[1] ?? null,
          meta: null,
          value: textOf(node).replace(/^\n|\n\s*$/g, ''),
          line,
        },
      ];
    case 'hr':
      return [{ type: 'thematicBreak', line }];
    case 'ul':
    case 'ol':
      return htmlList(node, context);
    case 'table':
      return attributes['data-view'] === 'cards' ? cards(node, context) : htmlTable(node, context);
    case 'dl':
      return definitions(node, context);
    case 'iframe':
    case 'video':
    case 'embed':
    case 'x-embed':
    case 'ReactPlayer':
    case 'Youtube':
    case 'YouTube':
    case 'LiteYouTubeEmbed':
      return embedded(node, context);
    case 'x-file':
      return [paragraph([link(attributes.url ?? '', (attributes.url ?? '').split('/').at(-1) ?? '', line)], line)];
    case 'x-include':
      return included(attributes.url ?? '', node, context);
    case 'x-code':
      return [...(attributes.title ? [paragraph([strong(attributes.title, line)], line)] : []), ...inner()];
    case 'x-expression':
      lost('a value computed by the old site; left out', `{${attributes.value}}`);
      return [];
    case 'x-unknown':
      lost(
        children.length > 0
          ? 'a block of the old site without a counterpart; what it holds stays'
          : 'a block of the old site without a counterpart; left out',
        attributes.what,
      );
      return [...(attributes.title ? [paragraph([strong(attributes.title, line)], line)] : []), ...inner()];
    case 'CardGrid':
    case 'Cards':
      return linkCards(node, context);
    case 'Card':
    case 'LinkCard':
      return linkCards({ ...node, children: [node] }, context);
    default:
      return otherElement(node, context, inner, lost);
  }
}

function otherElement(
  node: ForeignNode,
  context: Context,
  inner: () => OurNode[],
  lost: (why: string) => void,
): OurNode[] {
  const { name = '', attributes = {} } = node;
  const kind = CALLOUT_TAGS[name];
  if (kind) return [callout(kind, attributes.title, node, context)];
  const from = context.imports.get(name);
  if (from && /\.mdx?$/.test(from)) return included(from, node, context);
  if (BOXES.has(name)) return inner();
  const empty = (node.children ?? []).length === 0;
  lost(empty ? 'no such component here; left out' : 'no such component here; what it holds stays');
  return inner();
}

function included(target: string, node: ForeignNode, context: Context): OurNode[] {
  const nodes = context.include(target);
  if (nodes) return convertFlow(nodes, context);
  context.losses.add(context.file, node.line, target, 'the included file is not there; left out');
  return [];
}

const callout = (kind: string, title: string | undefined, node: ForeignNode, context: Context): OurNode =>
  component(
    'Callout',
    { kind: calloutKind(kind) ?? 'info', title },
    convertFlow(node.children ?? [], context),
    node.line,
  );

function accordion(node: ForeignNode, context: Context): OurNode {
  const { attributes = {}, children = [], line } = node;
  const summary = children.find((child) => child.name === 'summary');
  const title = summary ? wordsOf([summary]) : (attributes.title ?? attributes.summary ?? '');
  const content = children.filter((child) => child !== summary);
  return component('Accordion', { title: title || '…' }, convertFlow(content, context), line);
}

const isTag =
  (names: readonly string[]) =>
  (node: ForeignNode): boolean =>
    node.type === 'element' && names.includes(node.name ?? '');
const isTab = isTag(['x-tab', 'TabItem', 'Tab']);

function tabsOf(node: ForeignNode, context: Context): OurNode[] {
  const children = node.children ?? [];
  const tabs = children.filter(isTab);
  if (tabs.length > 0)
    return [
      component(
        'Tabs',
        {},
        tabs.map((each, at) => tab(each, at + 1, context)),
        node.line,
      ),
    ];
  const codes = children.filter(({ type }) => type === 'code');
  const named = codes.map((code, at) => {
    const title = /\[(.+?)\]/.exec(`${code.lang ?? ''} ${code.meta ?? ''}`)?.[1] ?? code.lang ?? String(at + 1);
    return component('Tab', { title }, convertFlow([code], context), code.line);
  });
  return named.length > 0 ? [component('Tabs', {}, named, node.line)] : convertFlow(children, context);
}

const tab = (node: ForeignNode, number: number, context: Context): OurNode => {
  const { label, title, value } = node.attributes ?? {};
  return component(
    'Tab',
    { title: label || title || value || String(number) },
    convertFlow(node.children ?? [], context),
    node.line,
  );
};

function stepsOf(node: ForeignNode, context: Context): OurNode[] {
  const children = node.children ?? [];
  const list = children.find(({ type, name }) => type === 'list' || name === 'ol');
  const items = children.filter(isTag(['x-step', 'Step']));
  const steps =
    items.length > 0 ? items : (list?.children ?? []).filter(({ type, name }) => type === 'listItem' || name === 'li');
  if (steps.length === 0) return convertFlow(children, context);
  return [
    component(
      'Steps',
      {},
      steps.map((each) => step(each, context)),
      node.line,
    ),
  ];
}

/** A step is named by its title, its first heading, or else by what its first paragraph says. */
function step(node: ForeignNode, context: Context): OurNode {
  const children = (node.children ?? []).filter((child) => child.type !== 'text' || child.value?.trim());
  const [first, ...rest] = children;
  const given = node.attributes?.title;
  if (given || !first) return component('Step', { title: given || '…' }, convertFlow(children, context), node.line);
  const heads = first.type === 'heading' || /^h\d$/.test(first.name ?? '');
  const short =
    first.type === 'paragraph' &&
    wordsOf([first]).length <= 90 &&
    (first.children ?? []).every(({ type }) => /^(text|strong|emphasis|inlineCode)$/.test(type));
  if (heads || short) {
    const title = wordsOf([first]).replace(EXPLICIT, '').replace(/[.:]$/, '');
    return component('Step', { title }, convertFlow(rest, context), node.line);
  }
  const title = wordsOf([first]).split(/(?<=[.!?:])\s/)[0] ?? '';
  return component(
    'Step',
    { title: title.length > 90 ? `${title.slice(0, 88).replace(/\s+\S*$/, '')}…` : title.replace(/[.:]$/, '') || '…' },
    convertFlow(children, context),
    node.line,
  );
}

const within = (node: ForeignNode, name: string): ForeignNode | undefined => {
  if (node.name === name) return node;
  for (const child of node.children ?? []) {
    const found = within(child, name);
    if (found) return found;
  }
  return undefined;
};

const pictureIn = (node: ForeignNode): { src: string; alt: string } | undefined => {
  const found = within(node, 'img');
  if (found) return { src: found.attributes?.src ?? '', alt: found.attributes?.alt ?? '' };
  if (node.type === 'image') return { src: node.url ?? '', alt: node.alt ?? '' };
  for (const child of node.children ?? []) {
    const inner = pictureIn(child);
    if (inner) return inner;
  }
  return undefined;
};

function figure(node: ForeignNode, context: Context): OurNode[] {
  const picture = pictureIn(node);
  const captioned = within(node, 'figcaption');
  if (!picture) return convertFlow(node.children ?? [], context);
  const caption = captioned ? wordsOf([captioned]) : '';
  return [
    component(
      'Screenshot',
      { src: picture.src, alt: picture.alt || caption || ' ', caption: caption === picture.alt ? '' : caption },
      [],
      node.line,
    ),
  ];
}

function htmlList(node: ForeignNode, context: Context): OurNode[] {
  const items = (node.children ?? []).filter(({ name, type }) => name === 'li' || type === 'listItem');
  if (items.length === 0) return convertFlow(node.children ?? [], context);
  const children = items.map((item) => listItem({ ...item, checked: null, spread: false }, context));
  return [
    {
      type: 'list',
      ordered: node.name === 'ol',
      start: node.name === 'ol' ? 1 : null,
      spread: false,
      children,
      line: node.line,
    },
  ];
}

function definitions(node: ForeignNode, context: Context): OurNode[] {
  context.losses.add(context.file, node.line, '<dl>', 'a list of definitions; written as paragraphs');
  return (node.children ?? []).flatMap((child) =>
    child.name === 'dt'
      ? [paragraph([strong(wordsOf([child]), child.line)], child.line)]
      : isInline(child)
        ? []
        : convertBlock(child, context),
  );
}

/** A video of a site we show videos of stays one; any other film or page inside this one is led to by a link. */
function embedded(node: ForeignNode, context: Context): OurNode[] {
  const { attributes = {}, children = [], line, name } = node;
  const film =
    /youtube/i.test(name ?? '') && attributes.id ? `https://www.youtube.com/watch?v=${attributes.id}` : undefined;
  const address =
    film ?? attributes.url ?? attributes.src ?? within({ ...node, name: '' }, 'source')?.attributes?.src ?? '';
  if (address === '') return [];
  const named = /video player/i.test(attributes.title ?? '') ? '' : (attributes.title ?? '');
  const title = named || wordsOf(children) || address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$/, '');
  const video = hostedVideo(address.replace(/^(?:http:)?\/\//, 'https://'));
  if (video) {
    if (!named) context.losses.add(context.file, line, address, 'a video without a title; its address stands for it');
    return [component('Video', { src: video.page, title }, [], line)];
  }
  context.losses.add(
    context.file,
    line,
    `<${name === 'x-embed' ? 'embed' : name}> ${address}`,
    'shown by a link instead of inside the page',
  );
  return [paragraph([link(address, title, line)], line)];
}

function linkCards(node: ForeignNode, context: Context): OurNode[] {
  const items = (node.children ?? []).filter(isTag(['Card', 'LinkCard']));
  const linked = items.filter(({ attributes }) => attributes?.href && attributes.title);
  if (linked.length === 0 || linked.length < items.length) {
    return items.flatMap((item) => [
      ...(item.attributes?.title ? [paragraph([strong(item.attributes.title, item.line)], item.line)] : []),
      ...convertFlow(item.children ?? [], context),
    ]);
  }
  const children = linked.map((item) => {
    const { href, title, description } = item.attributes ?? {};
    const inner = convertFlow(item.children ?? [], context);
    return component(
      'Card',
      { href, title },
      inner.length > 0 || !description ? inner : [paragraph([words(description, item.line)], item.line)],
      item.line,
    );
  });
  return [component('Cards', {}, children, node.line)];
}
