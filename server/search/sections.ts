import type { ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { SearchSection } from '@/domain/search/analysis';

const INLINE = new Set(['a', 'em', 'strong', 'code', 'del', 'mdx-key', 'br']);
/** What readers see of a component besides what stands in it. */
const SHOWN_ATTRIBUTES = ['title', 'alt', 'caption'] as const;
const HEADING = /^h[2-4]$/;
/** Stands between blocks while their text is gathered; no text holds it. */
const BLOCK = '\0';

const tidy = (pieces: readonly string[]): string =>
  pieces
    .join('')
    .split(BLOCK)
    .map((block) => block.replace(/[ \t\n]+/g, ' ').trim())
    .filter((block) => block !== '')
    .map((block, index, all) => (index === all.length - 1 || /[.!?:;…]$/.test(block) ? block : `${block} ·`))
    .join(' ');

/**
 * Cuts a body at its headings. The first section is what stands before any, opened by `lead`; each other one has the
 * anchor that its heading has on the page.
 */
export const sectionsOf = (tree: Root, lead: string): SearchSection[] => {
  const sections: { heading: string | null; anchor: string | null; pieces: string[] }[] = [
    { heading: null, anchor: null, pieces: [lead, BLOCK] },
  ];
  const read = (node: RootContent | ElementContent): void => {
    const pieces = sections.at(-1)?.pieces;
    if (node.type === 'text') pieces?.push(node.value);
    if (node.type !== 'element') return;
    if (HEADING.test(node.tagName)) {
      const anchor = node.properties.id;
      sections.push({ heading: textOf(node), anchor: typeof anchor === 'string' ? anchor : null, pieces: [] });
      return;
    }
    const isBlock = !INLINE.has(node.tagName);
    if (isBlock) pieces?.push(BLOCK);
    for (const name of SHOWN_ATTRIBUTES) {
      const value = node.properties[name];
      if (typeof value === 'string') pieces?.push(BLOCK, value, BLOCK);
    }
    for (const child of node.children) read(child);
    if (isBlock) sections.at(-1)?.pieces.push(BLOCK);
  };
  for (const child of tree.children) read(child);
  return sections.map(({ heading, anchor, pieces }) => ({ heading, anchor, body: tidy(pieces) }));
};
