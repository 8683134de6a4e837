/** A message is text with holes: `{name}`, `{when, date, …}`, `{n, plural, one {…} other {…}}`, `<link>…</link>`. */
type Cursor = { text: string; at: number };

const BRANCHING = new Set(['plural', 'select', 'selectordinal']);

const word = (cursor: Cursor): string => {
  const match = /^[\s,]*([^\s,{}]*)[\s,]*/.exec(cursor.text.slice(cursor.at));
  cursor.at += match?.[0].length ?? 0;
  return match?.[1] ?? '';
};

const skipTo = (cursor: Cursor, ends: string): void => {
  while (cursor.at < cursor.text.length && !ends.includes(cursor.text.charAt(cursor.at))) cursor.at += 1;
};

/** After the opening brace of a hole; leaves the cursor after its closing one. */
const readHole = (cursor: Cursor, names: Set<string>): void => {
  names.add(word(cursor));
  const branching = BRANCHING.has(word(cursor));
  for (;;) {
    skipTo(cursor, '{}');
    const opens = cursor.text.charAt(cursor.at) === '{';
    cursor.at += 1;
    if (!opens) return;
    if (branching) readText(cursor, names);
    else skipTo(cursor, '}');
  }
};

function readText(cursor: Cursor, names: Set<string>): void {
  for (;;) {
    skipTo(cursor, '{}');
    const opens = cursor.text.charAt(cursor.at) === '{';
    cursor.at += 1;
    if (!opens) return;
    readHole(cursor, names);
  }
}

/** The names of the data a message takes and of the tags it holds, sorted. */
export const messageData = (text: string): string[] => {
  const names = new Set<string>();
  readText({ text: text.replace(/'[{}<>]+[^']*'/g, ''), at: 0 }, names);
  for (const tag of text.matchAll(/<(\w+)>/g)) names.add(`<${tag[1]}>`);
  return [...names].sort();
};
