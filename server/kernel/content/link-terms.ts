import type { Element, ElementContent, Root, Text } from 'hast';
import type { TermFinder } from '@/domain/resources/terms';

/** Where a word is a name, an address or a title already, and where pressing it does something else. */
const LEFT_ALONE = new Set([
  'a',
  'code',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'kbd',
  'pre',
  'th',
  'mdx-card',
  'mdx-cards',
  'mdx-filelink',
  'mdx-key',
]);

/**
 * Marks the first place in a body's prose where each term stands, as an `mdx-term` element with the term's slug.
 * The tree is left as it is; what has a term inside is copied.
 */
export const linkTerms = (tree: Root, find: TermFinder): Root => {
  const told = new Set<string>();
  return { ...tree, children: linkChildren(tree.children as ElementContent[], find, told) };
};

function linkChildren(children: readonly ElementContent[], find: TermFinder, told: Set<string>): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type === 'text') return linkText(child, find, told);
    if (child.type !== 'element' || LEFT_ALONE.has(child.tagName)) return [child];
    return [{ ...child, children: linkChildren(child.children, find, told) }];
  });
}

function linkText(text: Text, find: TermFinder, told: Set<string>): ElementContent[] {
  const pieces: ElementContent[] = [];
  let at = 0;
  for (const { slug, start, end } of find(text.value)) {
    if (told.has(slug)) continue;
    told.add(slug);
    if (start > at) pieces.push({ type: 'text', value: text.value.slice(at, start) });
    pieces.push(termElement(slug, text.value.slice(start, end)));
    at = end;
  }
  if (at === 0) return [text];
  return at < text.value.length ? [...pieces, { type: 'text', value: text.value.slice(at) }] : pieces;
}

const termElement = (slug: string, value: string): Element => ({
  type: 'element',
  tagName: 'mdx-term',
  properties: { slug },
  children: [{ type: 'text', value }],
});
