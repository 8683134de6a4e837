import type { Node } from 'mdast';

/** A node of a parsed body, as far as its place tells something. */
type PlacedNode = Node & { name?: string | null; depth?: number; children?: PlacedNode[] };
type Remark = { line: number; column: number; message: string };

/** Components that stand in one other only, which holds nothing else. */
const HOMES: Readonly<Record<string, string>> = { Step: 'Steps', Tab: 'Tabs', Card: 'Cards' };
const HOLDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(HOMES).map(([part, home]) => [home, part]),
);

/** The style sheet shows one of so many tabs; more would stand below each other. */
const MOST_TABS = 12;

/**
 * What is wrong with the build of a body that can be drawn all the same: headings of the first level or that skip one,
 * and steps, tabs and cards outside their place.
 */
export const remarksOn = (root: PlacedNode): Remark[] => {
  const remarks: Remark[] = [];
  let level = 1;
  const remark = (node: PlacedNode, message: string): void => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    remarks.push({ line, column, message });
  };
  const see = (node: PlacedNode, parent: PlacedNode): void => {
    if (node.type === 'heading') {
      const depth = node.depth ?? 2;
      if (depth === 1) remark(node, 'heading of the first level: that is the title, begin with ##');
      else if (depth > level + 1) {
        remark(
          node,
          `heading skips a level: ${'#'.repeat(depth)} after ${level === 1 ? 'the title' : '#'.repeat(level)}`,
        );
      }
      level = depth;
    }
    const home = HOMES[node.name ?? ''];
    if (home && parent.name !== home) remark(node, `<${node.name}> stands outside <${home}>`);
    const part = HOLDS[node.name ?? ''];
    if (part) checkParts(node, part, remark);
    for (const child of node.children ?? []) see(child, node);
  };
  for (const child of root.children ?? []) see(child, root);
  return remarks;
};

const checkParts = (node: PlacedNode, part: string, remark: (node: PlacedNode, message: string) => void): void => {
  const children = node.children ?? [];
  const parts = children.filter(({ name }) => name === part);
  if (parts.length === 0) remark(node, `<${node.name}> holds no <${part}>`);
  if (part === 'Tab' && parts.length > MOST_TABS) remark(node, `<Tabs> holds more than ${MOST_TABS} tabs`);
  for (const child of children) {
    // A part may stand outside its place, which is told there; words and blocks between parts would not be shown.
    if (child.name !== part && !HOMES[child.name ?? ''])
      remark(child, `<${node.name}> holds something else than <${part}>`);
  }
};
