/**
 * A node of a foreign page: Markdown as mdast names it, and one more kind, `element`, for a tag, whether it was written
 * as HTML, as JSX or as a dialect's block. `line` is that of the source file.
 */
export type ForeignNode = {
  type: string;
  line: number;
  name?: string;
  attributes?: Readonly<Record<string, string>>;
  children?: ForeignNode[];
  value?: string;
  depth?: number;
  url?: string;
  alt?: string | null;
  title?: string | null;
  lang?: string | null;
  meta?: string | null;
  identifier?: string;
  label?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  align?: readonly (string | null)[];
  referenceType?: string;
};

/** A node of a page of ours: mdast with the JSX of our components. */
export type OurNode = Omit<ForeignNode, 'line' | 'attributes' | 'children'> & {
  line: number;
  children?: OurNode[];
  attributes?: readonly { type: 'mdxJsxAttribute'; name: string; value: string }[];
  /** Identifiers that links of the source may name this place by. */
  anchors?: readonly string[];
};

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: ForeignNode[],
  line: number,
): ForeignNode => ({ type: 'element', name, attributes, children, line });

/** The words of a node, tags and marks left out. */
export const textOf = (node: {
  type?: string;
  value?: string;
  alt?: string | null;
  children?: readonly ForeignNode[] | readonly OurNode[];
}): string =>
  node.children
    ? (node.children as readonly ForeignNode[]).map(textOf).join('')
    : (node.value ?? node.alt ?? (node.type === 'break' ? ' ' : ''));

/** The text of several nodes on one line. */
export const wordsOf = (nodes: readonly ForeignNode[] | readonly OurNode[]): string =>
  (nodes as readonly ForeignNode[]).map(textOf).join(' ').replace(/\s+/g, ' ').trim();
