import type { Losses } from './losses';
import { type OurNode, textOf, wordsOf } from './nodes';
import { withoutTags } from './placeholders';
import { inWords, type SourcePage, titleOf, withoutNumber } from './source-tree';

/** A page of ours before its links are set: title, introduction and blocks. */
export type ShapedPage = { title: string; lead: string; blocks: OurNode[] };

const LEAD_LENGTH = 240;

/** Brings a converted page into the shape of an article: title apart, headings from the second level without gaps. */
export const shapePage = (page: SourcePage, blocks: OurNode[], losses: Losses): ShapedPage => {
  const inlined = inlineReferences(blocks);
  const own = takeTitle(inlined);
  const title = clean(titleOf(page) ?? own ?? fileName(page.path));
  levelHeadings(inlined, page.path, losses);
  return { title, ...withLead(page, inlined, title) };
};

const fileName = (path: string): string =>
  inWords(
    withoutNumber(
      path
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? path,
    ),
  );

const clean = (text: string): string =>
  withoutTags(text)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/:(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:/g, '')
    .replace(/\{[#.:][^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The first heading of the first level is the title, which the page draws itself. */
const takeTitle = (blocks: OurNode[]): string | undefined => {
  const at = blocks.findIndex(({ type, depth }) => type === 'heading' && depth === 1);
  if (at < 0 || blocks.slice(0, at).some(({ type }) => type === 'heading')) return undefined;
  return wordsOf(blocks.splice(at, 1));
};

const visit = (nodes: readonly OurNode[], see: (node: OurNode) => void): void => {
  for (const node of nodes) {
    see(node);
    visit(node.children ?? [], see);
  }
};

const headingsIn = (blocks: readonly OurNode[]): OurNode[] => {
  const headings: OurNode[] = [];
  visit(blocks, (node) => node.type === 'heading' && headings.push(node));
  return headings;
};

/** Second to fourth level, each at most one below the one before. */
const levelHeadings = (blocks: readonly OurNode[], file: string, losses: Losses): void => {
  const headings = headingsIn(blocks);
  const top = Math.min(...headings.map(({ depth = 2 }) => depth));
  let before = 1;
  for (const heading of headings) {
    const wanted = (heading.depth ?? 2) - top + 2;
    const depth = Math.min(wanted, before + 1, 4);
    if (wanted > 4)
      losses.add(
        file,
        heading.line,
        wordsOf([heading]),
        'a heading deeper than the fourth level; written at the fourth',
      );
    heading.depth = depth;
    before = depth;
  }
};

/** Links by reference hold their address elsewhere; written out they can be followed one by one. */
const inlineReferences = (blocks: readonly OurNode[]): OurNode[] => {
  const addresses = new Map<string, string>();
  visit(blocks, ({ type, identifier, url }) => {
    if (type === 'definition') addresses.set(identifier ?? '', url ?? '');
  });
  const inline = (node: OurNode): OurNode[] => {
    if (node.type === 'definition') return [];
    const children = node.children?.flatMap(inline);
    const kept = children ? { ...node, children } : node;
    const url = addresses.get(node.identifier ?? '');
    if (node.type === 'linkReference')
      return url === undefined ? (children ?? []) : [{ type: 'link', url, children: children ?? [], line: node.line }];
    if (node.type === 'imageReference')
      return url === undefined ? [] : [{ type: 'image', url, alt: node.alt ?? '', line: node.line }];
    return [kept];
  };
  return blocks.flatMap(inline);
};

const isPlain = (node: OurNode): boolean =>
  node.type === 'text' || (/^(?:emphasis|strong)$/.test(node.type) && (node.children ?? []).every(isPlain));

/**
 * The given description, or a short first paragraph without links, which moves; else its first sentences, which move as
 * well where they are plain words and stay where they hold more.
 */
const withLead = (page: SourcePage, blocks: OurNode[], title: string): { lead: string; blocks: OurNode[] } => {
  const given = page.front.description ?? page.front.summary ?? page.front.subtitle;
  if (typeof given === 'string' && clean(given)) return { lead: clean(given), blocks };
  const at = blocks.findIndex(({ type }) => type !== 'thematicBreak');
  const first = blocks[at];
  if (first?.type !== 'paragraph') {
    const next = blocks.find(
      ({ type, children }) => type === 'paragraph' && textOf({ children: children ?? [] }).trim(),
    );
    return { lead: (next && beginning(wordsOf([next]))) || title, blocks };
  }
  const text = wordsOf([first]);
  if (text && text.length <= LEAD_LENGTH && (first.children ?? []).every(isPlain)) {
    return { lead: text, blocks: blocks.filter((block) => block !== first) };
  }
  const lead = beginning(text);
  return { lead: lead || title, blocks: lead ? withoutBeginning(blocks, first, lead) : blocks };
};

/** The blocks without the words that `first` begins with, if these are all in its first piece of plain text. */
const withoutBeginning = (blocks: OurNode[], first: OurNode, words: string): OurNode[] => {
  const [piece, ...others] = first.children ?? [];
  if (piece?.type !== 'text') return blocks;
  const pattern = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const rest = (piece.value ?? '').replace(new RegExp(`^\\s*${pattern.join('\\s+')}\\s+(?=\\S)`), '');
  if (rest === piece.value) return blocks;
  const children = [{ ...piece, value: rest }, ...others];
  return blocks.map((block) => (block === first ? { ...first, children } : block));
};

const beginning = (text: string): string => {
  let kept = '';
  for (const sentence of text.split(/(?<=[.!?…])\s+/)) {
    if (`${kept} ${sentence}`.length > LEAD_LENGTH) break;
    kept = `${kept} ${sentence}`.trim();
  }
  if (kept !== '') return kept;
  return text.length > LEAD_LENGTH ? `${text.slice(0, LEAD_LENGTH).replace(/\s+\S*$/, '')}…` : text;
};
