import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { anchorNames } from '@/domain/articles/anchors';
import type { Addresses } from './addresses';
import { safeAddress } from './convert-inline';
import type { Losses } from './losses';
import type { MediaShelf } from './media';
import { type OurNode, wordsOf } from './nodes';
import { attributeOf, link, words } from './ours';
import type { Placement } from './plan';
import { type SourceTree, titleOf } from './source-tree';

/** The anchors of a page: by every name the old site may have given a heading, ours. */
export type Anchors = ReadonlyMap<string, string>;

/** Ids that an explicit name may have with us; others are renamed. */
const VALID = /^[A-Za-z][\w:.-]*$/;

const headingsIn = (nodes: readonly OurNode[]): OurNode[] =>
  nodes.flatMap((node) => (node.type === 'heading' ? [node] : headingsIn(node.children ?? [])));

/** Names the headings of a page as the site will, writes explicit names into them, and tells which old name is which. */
export const nameAnchors = (blocks: readonly OurNode[]): Anchors => {
  const anchors = new Map<string, string>();
  const slugger = new GithubSlugger();
  const nameOf = anchorNames();
  const headings = headingsIn(blocks);
  const explicit = new Set(headings.map(({ anchors: names }) => names?.find((name) => VALID.test(name))));
  const learn = (old: string, own: string) => {
    for (const name of [old, old.toLowerCase()]) if (!anchors.has(name)) anchors.set(name, own);
  };
  for (const heading of headings) {
    const text = wordsOf([heading]);
    const wish = heading.anchors?.find((name) => VALID.test(name));
    let own = nameOf(text);
    while (wish === undefined && explicit.has(own)) own = nameOf(text);
    if (wish !== undefined && wish !== own)
      heading.children = [...(heading.children ?? []), words(` {#${wish}}`, heading.line)];
    for (const name of heading.anchors ?? []) learn(name, wish ?? own);
    learn(slugger.slug(text), wish ?? own);
    learn(gitbookName(text), wish ?? own);
    learn(wish ?? own, wish ?? own);
  }
  return anchors;
};

/** GitBook keeps dots, and begins with a word where the heading begins with a figure. */
const gitbookName = (text: string): string => {
  const name = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return /^\d/.test(name) ? `id-${name}` : name;
};

export type LinkSettings = {
  addresses: Addresses;
  places: ReadonlyMap<string, Placement>;
  anchors: ReadonlyMap<string, Anchors>;
  tree: SourceTree;
  shelf: MediaShelf;
  losses: Losses;
  /** Address of the old site, for links to what does not come over. */
  base: string | undefined;
};

/** Sets every link and picture of a page: to our articles, to copied files, or away with a word in the report. */
export const setLinks = async (
  blocks: readonly OurNode[],
  page: { path: string; title: string },
  settings: LinkSettings,
): Promise<OurNode[]> => {
  const walk = async (nodes: readonly OurNode[], under: string): Promise<OurNode[]> => {
    const set: OurNode[] = [];
    let heading = under;
    for (const node of nodes) {
      if (node.type === 'heading') heading = wordsOf([node]).replace(/\s*\{#.*\}$/, '');
      const children = node.children && (await walk(node.children, heading));
      set.push(...(await setNode(children ? { ...node, children } : node, heading, page.path, settings)));
    }
    return set;
  };
  const done = await walk(blocks, page.title);
  // A line that only held a picture that could not come is no line any more.
  return done.filter(({ type, children }) => type !== 'paragraph' || (children ?? []).length > 0);
};

async function setNode(node: OurNode, heading: string, file: string, settings: LinkSettings): Promise<OurNode[]> {
  if (node.type === 'link') return setLink(node, file, settings);
  if (node.type === 'image') return setPicture(node, heading, file, settings);
  if (node.name === 'Screenshot') return setScreenshot(node, heading, file, settings);
  if (node.name === 'Card') return setCard(node, file, settings);
  if (node.name === 'Cards' && (node.children ?? []).length === 0) return [];
  return [node];
}

async function setLink(node: OurNode, file: string, settings: LinkSettings): Promise<OurNode[]> {
  const url = await targetOf(node.url ?? '', node.line, file, settings);
  const title = url === null ? undefined : titleBehind(node, file, settings);
  const children = title === undefined ? (node.children ?? []) : [words(title, node.line)];
  if (url === null) return children;
  if (wordsOf(children) === '' && !children.some(({ type }) => type === 'image')) return [];
  return [{ ...node, url, children }];
}

/** GitBook names a page by its file and shows its title (`{% content-ref %}`). */
function titleBehind(
  { url = '', children }: OurNode,
  file: string,
  { addresses, tree }: LinkSettings,
): string | undefined {
  const named = wordsOf(children ?? []);
  if (!/\.mdx?$/.test(named) || named !== safelyDecoded(posix.basename(url.split('#')[0] ?? ''))) return undefined;
  const path = addresses.pageFor(url, file);
  const page = tree.pages.find((each) => each.path === path);
  return page && titleOf(page);
}

const withAttribute = (node: OurNode, name: string, value: string): OurNode => ({
  ...node,
  attributes: [
    ...(node.attributes ?? []).filter((attribute) => attribute.name !== name),
    { type: 'mdxJsxAttribute', name, value },
  ],
});

async function setCard(node: OurNode, file: string, settings: LinkSettings): Promise<OurNode[]> {
  const href = await targetOf(attributeOf(node, 'href') ?? '', node.line, file, settings);
  return href === null ? [] : [withAttribute(node, 'href', href)];
}

/** Where a link of the old page leads with us; null where it leads to nothing, which is told. */
async function targetOf(url: string, line: number, file: string, settings: LinkSettings): Promise<string | null> {
  const { addresses, places, tree, shelf, losses, base } = settings;
  if (/^(?:https?|mailto|tel):/i.test(url)) return url.replace(/\s/g, '%20');
  if (url.startsWith('//')) return `https:${url}`;
  const lost = (why: string): null => {
    losses.add(file, line, `link ${url}`, why);
    return null;
  };
  if (safeAddress(url) === null) return lost('an address that runs something; the words stay');
  const page = addresses.pageFor(url, file);
  const place = page && places.get(page);
  if (page && place) return place.address + anchorIn(url, page, line, file, settings);
  const found = await tree.fileOf(pathIn(url, file));
  if (found) return (await shelf.take(found, file, line)) ?? null;
  if (base) return new URL(url.replace(/\.mdx?(?=#|$)/, ''), new URL(file.replace(/\.\w+$/, ''), base)).href;
  return lost('leads to nothing in this folder; the words stay');
}

function anchorIn(url: string, page: string, line: number, file: string, { anchors, losses }: LinkSettings): string {
  const [, wanted] = url.split('#');
  if (!wanted) return '';
  const name = safelyDecoded(wanted);
  const known = anchors.get(page);
  const own = known?.get(name) ?? known?.get(name.toLowerCase());
  if (own) return `#${own}`;
  losses.add(file, line, `link ${url}`, 'the page has no such heading; leads to the page');
  return '';
}

const safelyDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The path below the root that an address of a file means. */
const pathIn = (url: string, file: string): string => {
  const bare = safelyDecoded((url.split(/[?#]/)[0] ?? '').replace(/^@site\//, '/').replace(/^(?:pathname:\/\/)/, ''));
  return bare.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(file), bare);
};

/** `require('./a.png').default` and `useBaseUrl('/a.png')` name a file, too. */
const addressIn = (src: string): string => /^(?:require|useBaseUrl)\(\s*['"`](.+?)['"`]/.exec(src)?.[1] ?? src;

async function pictureAt(
  src: string,
  line: number,
  file: string,
  { tree, shelf, losses }: LinkSettings,
): Promise<string | null> {
  const address = addressIn(src);
  if (/^(?:https?:)?\/\//.test(address)) return null;
  const found = /^[a-z]+:/i.test(address) ? null : await tree.fileOf(pathIn(address, file));
  if (found) return (await shelf.take(found, file, line)) ?? '';
  losses.add(file, line, `picture ${address.slice(0, 80)}`, 'the file is not there; left out');
  return '';
}

function described(
  alt: string | undefined,
  heading: string,
  what: string,
  line: number,
  file: string,
  losses: Losses,
): string {
  const given = (alt ?? '').replace(/\s+/g, ' ').trim();
  if (given) return given;
  losses.add(
    file,
    line,
    `picture ${what}`,
    `has no alternative text; “${heading}” stands for it until someone describes it`,
  );
  return heading;
}

async function setPicture(node: OurNode, heading: string, file: string, settings: LinkSettings): Promise<OurNode[]> {
  const { url = '', line } = node;
  const path = await pictureAt(url, line, file, settings);
  if (path === '') return [];
  if (path !== null)
    return [{ ...node, url: path, alt: described(node.alt ?? '', heading, url, line, file, settings.losses) }];
  return remote(url, node.alt ?? '', line, file, settings);
}

async function setScreenshot(node: OurNode, heading: string, file: string, settings: LinkSettings): Promise<OurNode[]> {
  const src = attributeOf(node, 'src') ?? '';
  const caption = attributeOf(node, 'caption');
  const path = await pictureAt(src, node.line, file, settings);
  if (path === '') return [];
  const alt = described(attributeOf(node, 'alt'), caption || heading, src, node.line, file, settings.losses);
  if (path !== null) return [withAttribute(withAttribute(node, 'alt', alt), 'src', path)];
  const children = remote(src, alt, node.line, file, settings);
  return children.length > 0 ? [{ type: 'paragraph', children, line: node.line }] : [];
}

/** Pictures of other sites are not shown: their address tells those sites who reads. Badges are no content at all. */
function remote(url: string, alt: string, line: number, file: string, { losses }: LinkSettings): OurNode[] {
  losses.add(
    file,
    line,
    `picture ${url.slice(0, 80)}`,
    alt ? 'stands on another site; a link leads to it' : 'stands on another site; left out',
  );
  return alt ? [link(url.startsWith('//') ? `https:${url}` : url, alt, line)] : [];
}
