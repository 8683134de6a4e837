import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { Locale } from '@/domain/people/locale';
import { compileBody } from '@/server/kernel/content/body';
import type { OurNode } from './nodes';
import { paragraph, strong } from './ours';

const OPTIONS = { bullet: '-', emphasis: '_', fences: true, listItemIndent: 'one', rule: '-' } as const;

type Root = Parameters<ReturnType<typeof mdxPrinter>['stringify']>[0];

const mdxPrinter = () => unified().use(remarkGfm).use(remarkMdx).use(remarkStringify, OPTIONS);
const plainPrinter = () => unified().use(remarkGfm).use(remarkStringify, OPTIONS);

const rootOf = (children: readonly OurNode[]): Root => ({ type: 'root', children }) as unknown as Root;

/** Quoted where any reader of YAML would take a text for something else; days are written as everywhere else. */
const yamlOf = (front: Readonly<Record<string, unknown>>): string =>
  stringify(front, { lineWidth: 0, version: '1.1' }).replace(/^(\w+On): "([\d-]+)"$/gm, '$1: $2');

/** The text of an article file, and whether it is MDX or plain Markdown. */
export type Printed = { text: string; format: 'mdx' | 'md' };

/**
 * Writes an article: as MDX with our components, and should that not compile, as plain Markdown in which they are
 * quotations with a title. Literal braces and `<` are escaped by the printer. Null when neither can be read again.
 */
export const printArticle = (
  front: Readonly<Record<string, unknown>>,
  blocks: readonly OurNode[],
  locale: Locale,
): Printed | null => {
  const head = `---\n${yamlOf(front)}---\n\n`;
  const mdx = head + mdxPrinter().stringify(rootOf(blocks));
  if (compileBody(mdx, { locale, format: 'mdx' }).ok) return { text: mdx, format: 'mdx' };
  const plain = head + plainPrinter().stringify(rootOf(blocks.flatMap(withoutComponents)));
  return compileBody(plain, { locale, format: 'md' }).ok ? { text: plain, format: 'md' } : null;
};

function withoutComponents(node: OurNode): OurNode[] {
  const children = (node.children ?? []).flatMap(withoutComponents);
  if (node.type === 'mdxJsxTextElement') return children;
  if (node.type !== 'mdxJsxFlowElement') return [node.children ? { ...node, children } : node];
  const given = Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name, value]));
  if (given.src)
    return [paragraph([{ type: 'image', url: given.src, alt: given.alt ?? '', line: node.line }], node.line)];
  const title = given.title ? [paragraph([strong(given.title, node.line)], node.line)] : [];
  return node.name === 'Callout'
    ? [{ type: 'blockquote', children: [...title, ...children], line: node.line }]
    : [...title, ...children];
}
