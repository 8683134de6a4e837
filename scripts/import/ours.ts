import type { OurNode } from './nodes';

/** Without the names of icons and the attributes that a dialect writes into words. */
const tidy = (value: string): string =>
  value
    .replace(/:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:|\{:?\s*[.#][^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A component of ours as a block, or inside a line. Empty attributes are left out. */
export const component = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: OurNode[],
  line: number,
  inline = false,
): OurNode => ({
  type: inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement',
  name,
  attributes: Object.entries(attributes).flatMap(([key, value]) =>
    value ? [{ type: 'mdxJsxAttribute' as const, name: key, value: tidy(value) }] : [],
  ),
  children,
  line,
});

export const words = (value: string, line: number): OurNode => ({ type: 'text', value, line });

export const paragraph = (children: OurNode[], line: number): OurNode => ({ type: 'paragraph', children, line });

export const strong = (value: string, line: number): OurNode => ({
  type: 'strong',
  children: [words(value, line)],
  line,
});

export const link = (url: string, value: string, line: number): OurNode => ({
  type: 'link',
  url,
  children: [words(value, line)],
  line,
});

/** An attribute of a component node. */
export const attributeOf = (node: OurNode, name: string): string | undefined =>
  node.attributes?.find((attribute) => attribute.name === name)?.value;
