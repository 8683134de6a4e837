import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const idOf = (element: Element): string | undefined => element.attrs.find(({ name }) => name === 'id')?.value;

const collect = (parent: Parent, places: Map<string, Element>, parts: Map<string, Element>): void => {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    const id = idOf(node);
    // React numbers boundaries B:0, placeholders P:0 and the streamed parts S:0, in hexadecimal.
    if (node.tagName === 'template' && id && /^[BP]:[0-9a-f]+$/.test(id)) places.set(id, node);
    if (id && /^S:[0-9a-f]+$/.test(id) && node.attrs.some(({ name }) => name === 'hidden')) parts.set(id, node);
    collect(node, places, parts);
  }
};

const isComment = (node: Node | undefined, data: RegExp): boolean =>
  node !== undefined && tree.isCommentNode(node) && data.test(node.data);

/** The fallback between a boundary's place and its closing comment, nested boundaries included. */
const fallbackAfter = (place: Element): Node[] => {
  const siblings = place.parentNode?.childNodes ?? [];
  const rest = siblings.slice(siblings.indexOf(place) + 1);
  let depth = 0;
  const end = rest.findIndex((node) => {
    if (isComment(node, /^\$(?:[?!~&]|$)/)) depth += 1;
    if (!isComment(node, /^\/[$&]$/)) return false;
    if (depth === 0) return true;
    depth -= 1;
    return false;
  });
  return end === -1 ? [] : rest.slice(0, end);
};

const replace = (place: Element, part: Element, superseded: Node[]): void => {
  const parent = place.parentNode;
  if (!parent) return;
  for (const child of [...part.childNodes]) {
    tree.detachNode(child);
    tree.insertBefore(parent, child, place);
  }
  for (const node of superseded) tree.detachNode(node);
  tree.detachNode(place);
  tree.detachNode(part);
};

/**
 * Does once, in the tree, what React's inline scripts do in the browser: a streamed part (`<div hidden id="S:0">`)
 * takes the place that waits for it (`<template id="B:0">` with its fallback, or `<template id="P:0">`).
 */
export const settleStreamedParts = (document: Parent): void => {
  const places = new Map<string, Element>();
  const parts = new Map<string, Element>();
  collect(document, places, parts);
  for (const [id, part] of parts) {
    const number = id.slice(2);
    const placeholder = places.get(`P:${number}`);
    if (placeholder) replace(placeholder, part, []);
  }
  for (const [id, place] of places) {
    const part = id.startsWith('B:') ? parts.get(boundaryPart(id)) : undefined;
    if (part?.parentNode) replace(place, part, fallbackAfter(place));
  }
};

const boundaryPart = (id: string): string => `S:${id.slice(2)}`;
