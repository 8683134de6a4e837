import { convertElement } from './convert-element';
import { type Context, convertInline, isInline } from './convert-inline';
import { codeOf, heading, listItem, paragraphs, quote, tableOf } from './convert-markdown';
import { asParagraphs, trimmed } from './convert-words';
import type { ForeignNode, OurNode } from './nodes';

/** Turns the blocks of a foreign page into blocks of ours; what has no place with us is told as a loss. */
export const convertPage = (
  nodes: readonly ForeignNode[],
  settings: Omit<Context, 'notes' | 'anchors' | 'flow'>,
): OurNode[] => {
  const notes = new Map<string, ForeignNode>();
  for (const node of nodes) if (node.type === 'footnoteDefinition') notes.set(node.identifier ?? '', node);
  const context: Context = { ...settings, notes, anchors: [], flow: (inner) => convertFlow(inner, context) };
  return context.flow(nodes);
};

/** Blocks one by one; words that stand loose between them become paragraphs. */
const convertFlow = (nodes: readonly ForeignNode[], context: Context): OurNode[] => {
  const blocks: OurNode[] = [];
  let loose: ForeignNode[] = [];
  const settle = () => {
    const [first] = loose;
    const children = trimmed(convertInline(loose, context));
    if (first && children.length > 0) blocks.push(...asParagraphs(children, first.line));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      settle();
      blocks.push(...convertBlock(node, context));
    }
  }
  settle();
  return blocks;
};

function convertBlock(node: ForeignNode, context: Context): OurNode[] {
  const { line, children = [] } = node;
  switch (node.type) {
    case 'element':
      return convertElement(node, context);
    case 'heading':
      return heading(node, node.depth ?? 2, context);
    case 'paragraph':
      return paragraphs(node, context);
    case 'blockquote':
      return quote(node, context);
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? null,
          spread: node.spread ?? false,
          children: children.map((item) => listItem(item, context)),
          line,
        },
      ];
    case 'table':
      return [tableOf(node, context)];
    case 'code':
      return codeOf(node, context);
    case 'definition':
    case 'thematicBreak': {
      const { attributes: _attributes, children: _children, ...rest } = node;
      return [rest];
    }
    case 'yaml':
    case 'html':
    case 'footnoteDefinition':
      return [];
    default:
      return context.flow(children);
  }
}
