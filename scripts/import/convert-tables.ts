import { type Context, convertInline } from './convert-inline';
import { type ForeignNode, type OurNode, wordsOf } from './nodes';
import { component, paragraph, words } from './ours';

const rowsIn = (node: ForeignNode): ForeignNode[] =>
  (node.children ?? []).flatMap((child) =>
    child.name === 'tr' ? [child] : child.name === 'table' ? [] : rowsIn(child),
  );

const cellsIn = (row: ForeignNode): ForeignNode[] =>
  (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th');

const isBlank = (node: OurNode): boolean => node.type === 'text' && (node.value ?? '').trim() === '';

/** The words of a cell on one line: blocks inside it are parted by a break. */
const cellOf = (cell: ForeignNode, context: Context): OurNode => {
  const pieces = (cell.children ?? []).map((child) => convertInline([child], context).filter((node) => !isBlank(node)));
  const blocks = (cell.children ?? []).some(({ name }) => /^(?:p|ul|ol|div|li)$/.test(name ?? ''));
  const children = blocks
    ? pieces
        .filter((piece) => piece.length > 0)
        .flatMap((piece, at) => (at > 0 ? [words(' ', cell.line), ...piece] : piece))
    : convertInline(cell.children ?? [], context);
  const flat = children.map((node) =>
    node.type === 'break'
      ? words(' ', node.line)
      : node.type === 'text'
        ? { ...node, value: (node.value ?? '').replace(/\s+/g, ' ') }
        : node,
  );
  return { type: 'tableCell', children: flat, line: cell.line };
};

/** A table of HTML as one of Markdown: cells that span several are repeated as empty ones, which is told. */
export const htmlTable = (node: ForeignNode, context: Context): OurNode[] => {
  const rows = rowsIn(node);
  const spans = rows
    .flatMap(cellsIn)
    .some(({ attributes }) => Number(attributes?.colspan ?? 1) > 1 || Number(attributes?.rowspan ?? 1) > 1);
  if (spans)
    context.losses.add(
      context.file,
      node.line,
      '<table>',
      'cells that span rows or columns; the cells they covered are empty',
    );
  const lines = rows.map((row): OurNode => {
    const children = cellsIn(row).flatMap((cell) => {
      const empty = Array.from(
        { length: Number(cell.attributes?.colspan ?? 1) - 1 },
        (): OurNode => ({ type: 'tableCell', children: [], line: cell.line }),
      );
      return [cellOf(cell, context), ...empty];
    });
    return { type: 'tableRow', children, line: row.line };
  });
  const columns = Math.max(0, ...lines.map(({ children }) => children?.length ?? 0));
  if (columns === 0) return [];
  const named = cellsIn(rows[0] ?? node).some(({ name }) => name === 'th');
  const head: OurNode[] = named
    ? []
    : [
        {
          type: 'tableRow',
          children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [], line: node.line })),
          line: node.line,
        },
      ];
  return [
    {
      type: 'table',
      align: Array.from({ length: columns }, () => null),
      children: [...head, ...lines],
      line: node.line,
    },
  ];
};

/** GitBook keeps cards in a table: a column may hold the address, the others are the card's words. */
export const cards = (node: ForeignNode, context: Context): OurNode[] => {
  const [head, ...rows] = rowsIn(node);
  const columns = head ? cellsIn(head) : [];
  const hidden = columns.map(({ attributes = {} }) => 'data-hidden' in attributes);
  const targetAt = columns.findIndex(({ attributes = {} }) => 'data-card-target' in attributes);
  const children = rows.flatMap((row): OurNode[] => {
    const cells = cellsIn(row);
    const target = cells[targetAt];
    const href = (target && addressIn(target)) ?? addressIn(row);
    const texts = cells
      .filter((_, at) => !hidden[at])
      .map((cell) => wordsOf([cell]))
      .filter(Boolean);
    const [title = '', ...rest] = texts;
    if (!href || title === '') return [];
    return [
      component(
        'Card',
        { href, title },
        rest.map((text) => paragraph([words(text, row.line)], row.line)),
        row.line,
      ),
    ];
  });
  if (children.length > 0) return [component('Cards', {}, children, node.line)];
  context.losses.add(
    context.file,
    node.line,
    '<table data-view="cards">',
    'cards without an address; written as a table',
  );
  return htmlTable(node, context);
};

const addressIn = (node: ForeignNode): string | undefined => {
  const own = node.attributes?.href ?? (node.type === 'link' ? node.url : undefined);
  if (own) return own;
  for (const child of node.children ?? []) {
    const found = addressIn(child);
    if (found) return found;
  }
  return undefined;
};
