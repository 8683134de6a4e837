import type { Element, ElementContent, Root, RootContent } from 'hast';

/** What is pressed for something else, or opens its picture itself. */
const TAKEN = new Set(['a', 'mdx-screenshot', 'mdx-video', 'mdx-card', 'mdx-filelink']);

const isNamed = ({ properties }: Element): boolean => String(properties.alt ?? '').trim() !== '';

const withPictures = <T extends RootContent | ElementContent>(node: T): T => {
  if (node.type !== 'element' || TAKEN.has(node.tagName)) return node;
  // A picture without words is decoration: a link of it would have no name.
  if (node.tagName === 'img') return isNamed(node) ? { ...node, tagName: 'mdx-picture' } : node;
  const children = node.children.map(withPictures);
  return children.some((child, at) => child !== node.children[at]) ? { ...node, children } : node;
};

const known = new WeakMap<Root, Root>();

/** The tree of a body in which pictures of plain Markdown that can be opened are called `mdx-picture`. The given one stays. */
export const zoomable = (tree: Root): Root => {
  const made = known.get(tree) ?? { ...tree, children: tree.children.map(withPictures) };
  known.set(tree, made);
  return made;
};
