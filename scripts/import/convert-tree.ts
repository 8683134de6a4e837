import { posix } from 'node:path';
import { openAddresses } from './addresses';
import { convertPage } from './convert';
import { type Anchors, nameAnchors, setLinks } from './links';
import type { Losses } from './losses';
import type { MediaShelf } from './media';
import type { ForeignNode, OurNode } from './nodes';
import { parsePage } from './parse';
import type { Plan } from './plan';
import { type ShapedPage, shapePage } from './shape';
import type { SourcePage, SourceTree } from './source-tree';

/** A page with its links set, ready to be written. */
export type ReadyPage = ShapedPage & { page: SourcePage };

/** Included files may include others; deeper than this they include each other. */
const INCLUDES = 4;

/** Turns every page of a tree into an article: blocks, title and introduction first, then links, which need all of them. */
export const convertTree = async (
  tree: SourceTree,
  plan: Plan,
  shelf: MediaShelf,
  losses: Losses,
  base: string | undefined,
): Promise<ReadyPage[]> => {
  const shaped: { page: SourcePage; shape: ShapedPage; anchors: Anchors }[] = [];
  for (const page of tree.pages) {
    const blocks = await blocksOf(page.path, page.body, page.firstLine, tree, losses, 0);
    const shape = shapePage(page, blocks, losses);
    if (blocks.length === 0) losses.add(page.path, 1, 'the whole page', 'holds no text; its article is empty');
    shaped.push({ page, shape, anchors: nameAnchors(shape.blocks) });
  }
  const anchors = new Map(shaped.map(({ page, anchors: own }) => [page.path, own]));
  const settings = { addresses: openAddresses(tree.pages), places: plan.places, anchors, tree, shelf, losses, base };
  const ready: ReadyPage[] = [];
  for (const { page, shape } of shaped) {
    ready.push({
      page,
      ...shape,
      blocks: await setLinks(shape.blocks, { path: page.path, title: shape.title }, settings),
    });
  }
  return ready;
};

async function blocksOf(
  file: string,
  body: string,
  firstLine: number,
  tree: SourceTree,
  losses: Losses,
  depth: number,
): Promise<OurNode[]> {
  const { children, imports } = parsePage(body, file, firstLine, losses);
  const partials = new Map<string, readonly ForeignNode[]>();
  for (const target of depth < INCLUDES ? includedIn(children, imports) : []) {
    const text =
      (await tree.partial(posix.join(posix.dirname(file), target))) ??
      (await tree.partial(target.replace(/^\/|^@site\/(?:docs\/)?/, '')));
    if (text !== null)
      partials.set(target, parsePage(text.replace(/^---\n[\s\S]*?\n---\n/, ''), file, firstLine, losses).children);
  }
  return convertPage(children, { file, losses, imports, include: (target) => partials.get(target) ?? null });
}

/** The files that a page shows as parts of itself. */
function includedIn(nodes: readonly ForeignNode[], imports: ReadonlyMap<string, string>): string[] {
  return nodes.flatMap((node) => {
    const imported = imports.get(node.name ?? '');
    const own =
      node.name === 'x-include' ? [node.attributes?.url ?? ''] : imported && /\.mdx?$/.test(imported) ? [imported] : [];
    return [...own, ...includedIn(node.children ?? [], imports)];
  });
}
