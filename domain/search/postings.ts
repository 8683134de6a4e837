/**
 * How the index keeps which documents hold a word: bytes, so that hundreds of thousands of entries are read in a
 * millisecond. An entry tells how much the word weighs in the document, whether the title holds it, and in which
 * sections it stands. Chunks are self-contained, so that new documents are added by concatenation.
 */
export type Posting = {
  document: number;
  /** How much the word counts in the document, 0 to 255; see `weightOf` in `analysis.ts`. */
  weight: number;
  inTitle: boolean;
  sections: readonly SectionPosting[];
};
export type SectionPosting = { section: number; inHeading: boolean; count: number };

/** Documents of one block share rows of the index; a change of a document rewrites as much. */
export const BLOCK_BITS = 10;
export const blockOf = (document: number): number => document >> BLOCK_BITS;

const MOST_COUNTED = 63;

const writeNumber = (bytes: number[], value: number): void => {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
};

/** A chunk of entries, by rising document. */
export const encodePostings = (postings: readonly Posting[]): Uint8Array => {
  const bytes: number[] = [];
  writeNumber(bytes, postings.length);
  let before = 0;
  for (const { document, weight, inTitle, sections } of postings) {
    writeNumber(bytes, document - before);
    before = document;
    bytes.push(Math.max(1, Math.min(255, Math.round(weight))));
    writeNumber(bytes, sections.length * 2 + (inTitle ? 1 : 0));
    for (const { section, inHeading, count } of sections) {
      writeNumber(bytes, section * 2 + (inHeading ? 1 : 0));
      bytes.push(Math.min(MOST_COUNTED, count));
    }
  }
  return Uint8Array.from(bytes);
};

/** What is called for each entry; `sectionsAt` is handed to `readSections` by whom wants them. */
type Visitor = (document: number, weight: number, inTitle: boolean, sectionsAt: number) => void;

const cursor = { at: 0 };

const readNumber = (bytes: Uint8Array): number => {
  let value = 0;
  let shift = 0;
  for (;;) {
    const byte = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
    shift += 7;
  }
};

/** Goes through all entries of some chunks without making an object of each. */
export const visitPostings = (bytes: Uint8Array, visit: Visitor): void => {
  cursor.at = 0;
  while (cursor.at < bytes.length) {
    let left = readNumber(bytes);
    let document = 0;
    for (; left > 0; left -= 1) {
      document += readNumber(bytes);
      const weight = bytes[cursor.at] ?? 0;
      cursor.at += 1;
      const sectionsAt = cursor.at;
      const head = readNumber(bytes);
      for (let section = head >> 1; section > 0; section -= 1) {
        readNumber(bytes);
        cursor.at += 1;
      }
      visit(document, weight, (head & 1) === 1, sectionsAt);
    }
  }
};

/** The sections of an entry, by the place that `visitPostings` told. */
export const readSections = (bytes: Uint8Array, sectionsAt: number): SectionPosting[] => {
  const resume = cursor.at;
  cursor.at = sectionsAt;
  const sections: SectionPosting[] = [];
  for (let left = readNumber(bytes) >> 1; left > 0; left -= 1) {
    const head = readNumber(bytes);
    sections.push({ section: head >> 1, inHeading: (head & 1) === 1, count: bytes[cursor.at] ?? 0 });
    cursor.at += 1;
  }
  cursor.at = resume;
  return sections;
};

/** All entries of some chunks. */
export const decodePostings = (bytes: Uint8Array): Posting[] => {
  const postings: Posting[] = [];
  visitPostings(bytes, (document, weight, inTitle, sectionsAt) =>
    postings.push({ document, weight, inTitle, sections: readSections(bytes, sectionsAt) }),
  );
  return postings;
};
