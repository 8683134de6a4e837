/**
 * How the index keeps which documents hold a word: bytes, so that hundreds of thousands of entries are read in a
 * millisecond. An entry tells how much the word weighs in the document, whether the title holds it, and in which
 * sections it stands. Chunks are self-contained, so that new documents are added by concatenation.
 */
export type Posting = {
  document: number;
  /** How much the word counts in the document, 0 to 255; see `weigh` in `analysis.ts`. */
  weight: number;
  inTitle: boolean;
  sections: readonly SectionPosting[];
};
export type SectionPosting = { section: number; inHeading: boolean; count: number };

/**
 * Documents of one block share rows of the index. Larger blocks are fewer rows to read for a word that many documents
 * hold; a change of a document rewrites as much.
 */
const BLOCK_BITS = 12;
export const blockOf = (document: number): number => document >> BLOCK_BITS;
/** How many documents after this one belong to its block. */
export const roomInBlock = (document: number): number => ((blockOf(document) + 1) << BLOCK_BITS) - 1 - document;

const MOST_COUNTED = 63;

const writeNumber = (bytes: number[], value: number): void => {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
};

const sectionBytes = (sections: readonly SectionPosting[]): number[] => {
  const bytes: number[] = [];
  for (const { section, inHeading, count } of sections) {
    writeNumber(bytes, section * 2 + (inHeading ? 1 : 0));
    bytes.push(Math.min(MOST_COUNTED, count));
  }
  return bytes;
};

/** Entries of one term as they are written, one behind the other. */
export type Chunk = { bytes: number[]; last: number; documents: number };

export const emptyChunk = (): Chunk => ({ bytes: [], last: 0, documents: 0 });

/** Adds an entry to a chunk; documents come in rising order. */
export const addToChunk = (chunk: Chunk, { document, weight, inTitle, sections }: Posting): void => {
  writeNumber(chunk.bytes, document - chunk.last);
  chunk.bytes.push(Math.max(1, Math.min(255, Math.round(weight))));
  // The length of what follows, so that it can be passed over without being looked at.
  const inside = sections.length > 0 ? sectionBytes(sections) : [];
  writeNumber(chunk.bytes, inside.length * 2 + (inTitle ? 1 : 0));
  for (const byte of inside) chunk.bytes.push(byte);
  chunk.last = document;
  chunk.documents += 1;
};

/** The bytes of a chunk as they are kept. */
export const closeChunk = ({ bytes, documents }: Chunk): Uint8Array => {
  const head: number[] = [];
  writeNumber(head, documents);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
};

/** A chunk of entries, by rising document. */
export const encodePostings = (postings: readonly Posting[]): Uint8Array => {
  const chunk = emptyChunk();
  for (const posting of postings) addToChunk(chunk, posting);
  return closeChunk(chunk);
};

/** Whether two entries are kept alike, byte by byte: a weight that differs by less than its rounding is no other. */
export const isSamePosting = (one: Posting, other: Posting): boolean => {
  const [first, second] = [encodePostings([one]), encodePostings([other])];
  return first.length === second.length && first.every((byte, at) => byte === second[at]);
};

/** Entries taken apart, column by column; the next reading writes over them. */
export type Columns = {
  count: number;
  document: Uint32Array;
  weight: Uint8Array;
  inTitle: Uint8Array;
  /** Where the sections of the entry stand, for `readSections`. */
  sectionsAt: Uint32Array;
  /** Whether any entry tells of sections. */
  sectioned: boolean;
};

const makeColumns = (size: number): Columns => ({
  count: 0,
  document: new Uint32Array(size),
  weight: new Uint8Array(size),
  inTitle: new Uint8Array(size),
  sectionsAt: new Uint32Array(size),
  sectioned: false,
});

/** Memory that all readings share: none of them waits, and an object for each entry would cost more than the ranking. */
let columns = makeColumns(0);
/** The shortest entry, in bytes. */
const SHORTEST_ENTRY = 3;

const cursor = { at: 0 };

/** What is left of a number whose first byte says that more follow; they begin at `cursor`. */
const longNumber = (bytes: Uint8Array, first: number): number => {
  let value = first & 0x7f;
  for (let shift = 7; ; shift += 7) {
    const byte = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
};

const readNumber = (bytes: Uint8Array): number => {
  const byte = bytes[cursor.at] ?? 0;
  cursor.at += 1;
  return byte < 0x80 ? byte : longNumber(bytes, byte);
};

/** Takes all entries of some chunks apart. What it answers is good until it is called again. */
export const readPostings = (bytes: Uint8Array): Columns => {
  const most = Math.ceil(bytes.length / SHORTEST_ENTRY);
  if (columns.document.length < most) columns = makeColumns(Math.ceil(most * 1.3) + 1024);
  const { document: documents, weight, inTitle, sectionsAt } = columns;
  let count = 0;
  let heads = 0;
  cursor.at = 0;
  while (cursor.at < bytes.length) {
    let document = 0;
    for (let left = readNumber(bytes); left > 0; left -= 1) {
      document += readNumber(bytes);
      documents[count] = document;
      weight[count] = bytes[cursor.at] as number;
      cursor.at += 1;
      sectionsAt[count] = cursor.at;
      const head = readNumber(bytes);
      inTitle[count] = head & 1;
      heads |= head;
      cursor.at += head >> 1;
      count += 1;
    }
  }
  columns.count = count;
  columns.sectioned = heads > 1;
  return columns;
};

/** The sections of an entry, by the place that `readPostings` told. */
export const readSections = (bytes: Uint8Array, sectionsAt: number): SectionPosting[] => {
  cursor.at = sectionsAt;
  const length = readNumber(bytes) >> 1;
  const end = cursor.at + length;
  const sections: SectionPosting[] = [];
  while (cursor.at < end) {
    const head = readNumber(bytes);
    sections.push({ section: head >> 1, inHeading: (head & 1) === 1, count: bytes[cursor.at] ?? 0 });
    cursor.at += 1;
  }
  return sections;
};

/** All entries of some chunks, as objects. */
export const decodePostings = (bytes: Uint8Array): Posting[] => {
  const { count, document, weight, inTitle, sectionsAt } = readPostings(bytes);
  return Array.from({ length: count }, (_, index) => ({
    document: document[index] ?? 0,
    weight: weight[index] ?? 0,
    inTitle: inTitle[index] === 1,
    sections: readSections(bytes, sectionsAt[index] ?? 0),
  }));
};
