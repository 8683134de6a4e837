import { calloutKind } from './blocks';
import { accordion, linkCards, step, stepsOf, tab, tabsOf } from './convert-groups';
import { type Context, isInline } from './convert-inline';
import { heading, listItem } from './convert-markdown';
import { embedded, figure } from './convert-media';
import { cards, htmlTable } from './convert-tables';
import { element, type ForeignNode, type OurNode, textOf, wordsOf } from './nodes';
import { component, link, paragraph, strong } from './ours';

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
  'html',
  'body',
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

export function convertElement(node: ForeignNode, context: Context): OurNode[] {
  const { name = '', attributes = {}, children = [], line } = node;
  const inner = () => context.flow(children);
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
    case 'CodeBlock':
      return codeBlock(node, context);
    case 'ThemedImage':
      return themedImage(node, context);
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
  const children = node.children ?? [];
  lost(children.length === 0 ? 'no such component here; left out' : 'no such component here; what it holds stays');
  const leadsOn = attributes.href !== undefined && children.length > 0 && children.every(isInline);
  return leadsOn ? context.flow([element('a', { href: attributes.href ?? '' }, children, node.line)]) : inner();
}

/** Code between tags, which programs of the old site may have written a part of. */
function codeBlock({ attributes = {}, children = [], line }: ForeignNode, context: Context): OurNode[] {
  const told = (node: ForeignNode): string => {
    if (node.name !== 'x-expression') return node.children ? node.children.map(told).join('') : (node.value ?? '');
    const computed = (node.attributes?.value ?? '').trim();
    context.losses.add(context.file, node.line, `{${computed}}`, 'a value computed by the old site; its text stays');
    return computed.replace(/^`([\s\S]*)`$/, '$1');
  };
  const value = children
    .map(told)
    .join('')
    .replace(/^\n|\n\s*$/g, '');
  const title = attributes.title ? [paragraph([strong(attributes.title, line)], line)] : [];
  return [...title, { type: 'code', lang: attributes.language ?? null, meta: null, value, line }];
}

/** One picture for each theme of the old site: the one for light grounds comes over. */
function themedImage({ attributes = {}, line }: ForeignNode, context: Context): OurNode[] {
  const src = /light:\s*(?:useBaseUrl\(\s*)?['"`]([^'"`]+)/.exec(attributes.sources ?? '')?.[1];
  if (src) return context.flow([element('img', { src, alt: attributes.alt ?? '' }, [], line)]);
  context.losses.add(context.file, line, '<ThemedImage>', 'names no picture for light grounds; left out');
  return [];
}

function included(target: string, node: ForeignNode, context: Context): OurNode[] {
  const nodes = context.include(target);
  if (nodes) return context.flow(nodes);
  context.losses.add(context.file, node.line, target, 'the included file is not there; left out');
  return [];
}

const callout = (kind: string, title: string | undefined, node: ForeignNode, context: Context): OurNode =>
  component('Callout', { kind: calloutKind(kind) ?? 'info', title }, context.flow(node.children ?? []), node.line);

function htmlList(node: ForeignNode, context: Context): OurNode[] {
  const items = (node.children ?? []).filter(({ name, type }) => name === 'li' || type === 'listItem');
  if (items.length === 0) return context.flow(node.children ?? []);
  const children = items.map((item) => listItem({ ...item, checked: null, spread: false }, context));
  return [
    {
      type: 'list',
      ordered: node.name === 'ol',
      start: node.name === 'ol' ? Number.parseInt(node.attributes?.start ?? '', 10) || 1 : null,
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
        : context.flow([child]),
  );
}
