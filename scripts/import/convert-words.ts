import type { OurNode } from './nodes';
import { paragraph } from './ours';

const isBlank = (node: OurNode | undefined): boolean =>
  node !== undefined && (node.type === 'break' || (node.type === 'text' && (node.value ?? '').trim() === ''));

/** Without the spaces and breaks at both ends, nor spaces around breaks; the indentation of HTML is no text. */
export const trimmed = (nodes: readonly OurNode[]): OurNode[] => {
  let [from, to] = [0, nodes.length];
  while (from < to && isBlank(nodes[from])) from += 1;
  while (to > from && isBlank(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to).map((node, at, all) => {
    if (node.type !== 'text') return node;
    let value = (node.value ?? '').replace(/[ \t]*\n[ \t]*/g, '\n');
    if (at === 0 || all[at - 1]?.type === 'break') value = value.trimStart();
    if (at === all.length - 1 || all[at + 1]?.type === 'break') value = value.trimEnd();
    return { ...node, value };
  });
};

/** Two breaks in a row part paragraphs. */
export const asParagraphs = (children: readonly OurNode[], line: number): OurNode[] => {
  const groups: OurNode[][] = [[]];
  children.forEach((node, at) => {
    const twice = node.type === 'break' && (children[at + 1]?.type === 'break' || children[at - 1]?.type === 'break');
    if (twice) groups.push([]);
    else groups.at(-1)?.push(node);
  });
  return groups
    .map(trimmed)
    .filter((group) => group.length > 0)
    .map((group) => paragraph(group, group[0]?.line ?? line));
};
