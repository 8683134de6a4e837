import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse, serialize, defaultTreeAdapter as tree } from 'parse5';
import { settleStreamedParts } from './streamed-parts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What the page's Content-Security-Policy must still allow, found while lightening. */
export type StyleNeeds = {
  hashes: readonly string[];
  /** Of scripts of our own that stand in the page; absent where there is none. */
  scripts?: readonly string[];
  attributes: boolean;
  /** Origins of the players that a press may put into the page; absent where there is none. */
  frames?: readonly string[];
};

/** `depends`: the documents that the page names as what it is made of, where it does. */
export type Lightened = { html: string; styles: StyleNeeds; depends?: readonly string[] };

/**
 * Our own scripts and style sheets by address: with a version of its content in the link, so that browsers may keep it
 * for good, or as text that takes the link's place, where a page would wait for it.
 */
export type OwnFiles = ReadonlyMap<string, { version: string } | { text: string }>;

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

const setAttribute = (element: Element, name: string, value: string): void => {
  const present = element.attrs.find((candidate) => candidate.name === name);
  if (present) present.value = value;
  else element.attrs.push({ name, value });
};

const DATA_TYPES = /^application\/(?:ld\+)?json$/i;

/** Framework scripts and everything inline that would run; data blocks and scripts of our own stay. */
const isSuperfluousScript = (element: Element): boolean => {
  const src = attribute(element, 'src');
  if (src !== undefined) return src.startsWith('/_next/');
  return !DATA_TYPES.test(attribute(element, 'type') ?? '');
};

/** Hints for scripts that are gone, and React's `expect` links, which would hold back the first paint for them. */
const isSuperfluousLink = (element: Element): boolean => {
  const rel = (attribute(element, 'rel') ?? '').toLowerCase();
  if (rel === 'expect' || rel === 'modulepreload') return true;
  return (rel === 'preload' || rel === 'prefetch') && attribute(element, 'as') === 'script';
};

const isEmptyHiddenBox = (element: Element): boolean =>
  element.tagName === 'div' &&
  element.attrs.every(({ name }) => name === 'hidden') &&
  attribute(element, 'hidden') !== undefined &&
  element.childNodes.every((child) => child.nodeName === '#comment');

/** Written by `PageTags` for us. */
const DEPENDS = 'guichet-depends';
const SUPERFLUOUS_METAS = new Set(['next-size-adjust', DEPENDS]);

const dependsIn = (document: Parent): readonly string[] | undefined => {
  const named = find(document, (element) => element.tagName === 'meta' && attribute(element, 'name') === DEPENDS);
  return named && (attribute(named, 'content') ?? '').split(' ').filter(Boolean);
};

const isSuperfluous = (node: Node): boolean => {
  if (tree.isCommentNode(node)) return true;
  if (!tree.isElementNode(node)) return false;
  if (node.tagName === 'script') return isSuperfluousScript(node);
  if (node.tagName === 'link') return isSuperfluousLink(node);
  if (node.tagName === 'meta') return SUPERFLUOUS_METAS.has(attribute(node, 'name') ?? '');
  return isEmptyHiddenBox(node);
};

const FRAMEWORK_ATTRIBUTES = new Set(['data-precedence', 'nonce', 'data-dpl-id']);

type Pass = {
  head: Element | undefined;
  hashes: string[];
  scripts: string[];
  attributes: boolean;
  frames: Set<string>;
  ownFiles: OwnFiles;
};

/** Where the players come from that a press may put into the page (`data-embed`): their sites, and no other. */
const noticeFrame = (element: Element, pass: Pass): void => {
  const player = element.tagName === 'a' ? attribute(element, 'data-embed') : undefined;
  if (player?.startsWith('https://') && URL.canParse(player)) pass.frames.add(new URL(player).origin);
};

const isMetadata = (element: Element): boolean =>
  element.tagName === 'title' ||
  element.tagName === 'meta' ||
  (element.tagName === 'link' && attribute(element, 'itemprop') === undefined);

/** Next may stream a page's metadata into its body and move it by script; without scripts we move it. */
const belongsInHead = (element: Element, parent: Parent, pass: Pass): boolean =>
  pass.head !== undefined &&
  parent !== pass.head &&
  element.namespaceURI === pass.head.namespaceURI &&
  attribute(element, 'itemprop') === undefined &&
  isMetadata(element);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const notice = (element: Element, pass: Pass): void => {
  element.attrs = element.attrs.filter(({ name }) => !FRAMEWORK_ATTRIBUTES.has(name));
  if (attribute(element, 'style') !== undefined) pass.attributes = true;
  noticeFrame(element, pass);
  if (element.tagName === 'style') {
    const text = element.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
    pass.hashes.push(hashOf(text));
  }
  const src = element.tagName === 'script' ? attribute(element, 'src') : undefined;
  const own = src === undefined ? undefined : pass.ownFiles.get(src);
  if (!own) return;
  if ('version' in own) {
    setAttribute(element, 'src', `${src}?v=${own.version}`);
    return;
  }
  element.attrs = element.attrs.filter(({ name }) => name !== 'src');
  tree.insertText(element, own.text);
  pass.scripts.push(hashOf(own.text));
};

/** The sheet itself, where a link leads to one that stands in the page. */
const sheetFor = (node: Node, pass: Pass): Element | undefined => {
  if (!tree.isElementNode(node) || node.tagName !== 'link' || attribute(node, 'rel') !== 'stylesheet') return undefined;
  const own = pass.ownFiles.get((attribute(node, 'href') ?? '').replace(/\?.*/, ''));
  if (!own || !('text' in own)) return undefined;
  const sheet = tree.createElement('style', node.namespaceURI, []);
  tree.insertText(sheet, own.text);
  return sheet;
};

const visit = (parent: Parent, pass: Pass): void => {
  for (const found of [...parent.childNodes]) {
    const sheet = sheetFor(found, pass);
    if (sheet) {
      tree.insertBefore(parent, sheet, found);
      tree.detachNode(found);
    }
    const node = sheet ?? found;
    if (isSuperfluous(node)) {
      tree.detachNode(node);
      continue;
    }
    if (!tree.isElementNode(node)) continue;
    notice(node, pass);
    if (node.tagName === 'template' && 'content' in node) visit(node.content, pass);
    visit(node, pass);
    const include = attribute(node, 'data-include');
    if (include !== undefined) markInclude(node, include);
    if (pass.head && belongsInHead(node, parent, pass)) {
      tree.detachNode(node);
      tree.appendChild(pass.head, node);
    }
  }
};

const INCLUDE_NAME = /^[a-z-]+$/;

/** The place is marked for the front and as filled for the reading script, which would fetch it otherwise. */
const markInclude = (element: Element, name: string): void => {
  if (!INCLUDE_NAME.test(name)) return;
  element.childNodes = [];
  setAttribute(element, 'data-filled', '');
  tree.appendChild(element, tree.createCommentNode(`include:${name}`));
};

const find = (parent: Parent, matches: (element: Element) => boolean): Element | undefined => {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    const found = matches(node) ? node : find(node, matches);
    if (found) return found;
  }
  return undefined;
};

const NO_FILES: OwnFiles = new Map();

/**
 * The page as a reader needs it: without the framework's scripts, their preloads and inline data; parts that React
 * streamed are where its scripts would have put them. Links, styles, JSON-LD and scripts of our own stay.
 */
export const lighten = (html: string, ownFiles: OwnFiles = NO_FILES): Lightened => {
  const document = parse(html);
  settleStreamedParts(document);
  const head = find(document, (element) => element.tagName === 'head');
  const depends = dependsIn(document);
  const pass: Pass = { head, hashes: [], scripts: [], attributes: false, frames: new Set(), ownFiles };
  visit(document, pass);
  const frames = pass.frames.size > 0 ? { frames: [...pass.frames] } : {};
  const scripts = pass.scripts.length > 0 ? { scripts: [...new Set(pass.scripts)] } : {};
  const styles = { hashes: [...new Set(pass.hashes)], ...scripts, attributes: pass.attributes, ...frames };
  return { html: serialize(document), styles, ...(depends ? { depends } : {}) };
};

/**
 * What a fragment's page puts into others: the inside of its `data-fragment` element, else of its body, lightened.
 * An empty string where there is nothing to show.
 */
export const fragmentOf = (html: string): string => {
  const document = parse(lighten(html).html);
  const box =
    find(document, (element) => attribute(element, 'data-fragment') !== undefined) ??
    find(document, (element) => element.tagName === 'body');
  return box ? serialize(box).trim() : '';
};
