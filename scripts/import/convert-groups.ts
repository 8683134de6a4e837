import type { Context } from './convert-inline';
import { EXPLICIT } from './convert-markdown';
import { type ForeignNode, type OurNode, wordsOf } from './nodes';
import { component, paragraph, strong, words } from './ours';

export function accordion(node: ForeignNode, context: Context): OurNode {
  const { attributes = {}, children = [], line } = node;
  const summary = children.find((child) => child.name === 'summary');
  const title = summary ? wordsOf([summary]) : (attributes.title ?? attributes.summary ?? '');
  const content = children.filter((child) => child !== summary);
  return component('Accordion', { title: title || '…' }, context.flow(content), line);
}

const isTag =
  (names: readonly string[]) =>
  (node: ForeignNode): boolean =>
    node.type === 'element' && names.includes(node.name ?? '');

const isTab = isTag(['x-tab', 'TabItem', 'Tab']);

/** What stands in a group; parts that are written on one line each make a paragraph of MDX, which they are none of. */
const contentOf = ({ children = [] }: ForeignNode, isPart: (node: ForeignNode) => boolean): ForeignNode[] =>
  children.flatMap((child) =>
    child.type === 'paragraph' && (child.children ?? []).some(isPart) ? (child.children ?? []) : [child],
  );

export function tabsOf(node: ForeignNode, context: Context): OurNode[] {
  const children = contentOf(node, isTab);
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
    return component('Tab', { title }, context.flow([code]), code.line);
  });
  return named.length > 0 ? [component('Tabs', {}, named, node.line)] : context.flow(children);
}

export const tab = (node: ForeignNode, number: number, context: Context): OurNode => {
  const { label, title, value } = node.attributes ?? {};
  return component(
    'Tab',
    { title: label || title || value || String(number) },
    context.flow(node.children ?? []),
    node.line,
  );
};

const isStep = isTag(['x-step', 'Step']);

export function stepsOf(node: ForeignNode, context: Context): OurNode[] {
  const children = contentOf(node, isStep);
  const list = children.find(({ type, name }) => type === 'list' || name === 'ol');
  const items = children.filter(isStep);
  const steps =
    items.length > 0 ? items : (list?.children ?? []).filter(({ type, name }) => type === 'listItem' || name === 'li');
  if (steps.length === 0) return context.flow(children);
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
export function step(node: ForeignNode, context: Context): OurNode {
  const children = (node.children ?? []).filter((child) => child.type !== 'text' || child.value?.trim());
  const [first, ...rest] = children;
  const given = node.attributes?.title;
  if (given || !first) return component('Step', { title: given || '…' }, context.flow(children), node.line);
  const heads = first.type === 'heading' || /^h\d$/.test(first.name ?? '');
  const short =
    first.type === 'paragraph' &&
    wordsOf([first]).length <= 90 &&
    (first.children ?? []).every(({ type }) => /^(text|strong|emphasis|inlineCode)$/.test(type));
  if (heads || short) {
    const title = wordsOf([first]).replace(EXPLICIT, '').replace(/[.:]$/, '');
    return component('Step', { title }, context.flow(rest), node.line);
  }
  const title = wordsOf([first]).split(/(?<=[.!?:])\s/)[0] ?? '';
  return component(
    'Step',
    { title: title.length > 90 ? `${title.slice(0, 88).replace(/\s+\S*$/, '')}…` : title.replace(/[.:]$/, '') || '…' },
    context.flow(children),
    node.line,
  );
}

export function linkCards(node: ForeignNode, context: Context): OurNode[] {
  const isCard = isTag(['Card', 'LinkCard']);
  const items = contentOf(node, isCard).filter(isCard);
  const linked = items.filter(({ attributes }) => attributes?.href && attributes.title);
  if (linked.length === 0 || linked.length < items.length) {
    return items.flatMap((item) => [
      ...(item.attributes?.title ? [paragraph([strong(item.attributes.title, item.line)], item.line)] : []),
      ...context.flow(item.children ?? []),
    ]);
  }
  const children = linked.map((item) => {
    const { href, title, description } = item.attributes ?? {};
    const inner = context.flow(item.children ?? []);
    return component(
      'Card',
      { href, title },
      inner.length > 0 || !description ? inner : [paragraph([words(description, item.line)], item.line)],
      item.line,
    );
  });
  return [component('Cards', {}, children, node.line)];
}
