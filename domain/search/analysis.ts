import type { Locale } from '../people/locale';
import type { SectionPosting } from './postings';
import { stemOf } from './stems';
import { isStopWord, wordsOf } from './words';

/** A part of a document under one heading; the first is what stands before any. */
export type SearchSection = { heading: string | null; anchor: string | null; body: string };

/** What of a document is searched. */
export type SearchText = {
  locale: Locale;
  title: string;
  keywords: readonly string[];
  sections: readonly SearchSection[];
};

/** What a term does in a document. */
export type TermUse = { weight: number; inTitle: boolean; sections: readonly SectionPosting[] };

export type Analysis = {
  terms: ReadonlyMap<string, TermUse>;
  /** The words as they stand, folded, with the term of each and one way it is written. */
  words: ReadonlyMap<string, { term: string; shown: string }>;
};

/** The constants of weighing, chosen as those of `ranking.ts`. */
const WEIGHING = {
  /** How much a word counts by where it stands, against once in a text of the usual length. */
  title: 6,
  keywords: 4,
  heading: 2.5,
  /** Words of a usual text; longer ones have their repetitions count less, by this part. */
  usualLength: 250,
  lengthShare: 0.4,
  /** Where repetition stops to count: at this weight half of all is reached. */
  saturation: 5,
};
/** Weights are kept as a byte. */
export const WEIGHT_SCALE = 42;

/** Above this many words a section is no longer read: nobody wrote them by hand. */
const MOST_WORDS = 20_000;

type Use = { title: number; keywords: number; headings: number; body: number; sections: Map<number, SectionPosting> };

const newUse = (): Use => ({ title: 0, keywords: 0, headings: 0, body: 0, sections: new Map() });

const weigh = (use: Use, length: number): number => {
  const stretch = 1 - WEIGHING.lengthShare + (WEIGHING.lengthShare * length) / WEIGHING.usualLength;
  const strength =
    WEIGHING.title * Math.min(use.title, 1) +
    WEIGHING.keywords * Math.min(use.keywords, 1) +
    WEIGHING.heading * Math.min(use.headings, 2) +
    use.body / Math.max(stretch, 0.75);
  return (WEIGHT_SCALE * strength * 6) / (strength + WEIGHING.saturation);
};

/** Takes a document apart into the terms it is found by. Depends on nothing but the text, so it can be made again. */
export const analyse = ({ locale, title, keywords, sections }: SearchText): Analysis => {
  const uses = new Map<string, Use>();
  const words = new Map<string, { term: string; shown: string }>();
  let length = 0;
  const read = (text: string, note: (use: Use) => void): number => {
    const found = wordsOf(text).slice(0, MOST_WORDS);
    for (const { folded, start, end } of found) {
      if (isStopWord(folded, locale)) continue;
      const known = words.get(folded);
      const term = known?.term ?? stemOf(folded, locale);
      if (!known) words.set(folded, { term, shown: text.slice(start, end).toLowerCase() });
      let use = uses.get(term);
      if (!use) {
        use = newUse();
        uses.set(term, use);
      }
      note(use);
    }
    return found.length;
  };
  const inSection = (use: Use, section: number, inHeading: boolean) => {
    const before = use.sections.get(section);
    const count = (before?.count ?? 0) + 1;
    use.sections.set(section, { section, inHeading: inHeading || (before?.inHeading ?? false), count });
  };
  read(title, (use) => {
    use.title += 1;
  });
  read(keywords.join(' · '), (use) => {
    use.keywords += 1;
  });
  for (const [number, { heading, body }] of sections.entries()) {
    if (heading) {
      read(heading, (use) => {
        use.headings += 1;
        inSection(use, number, true);
      });
    }
    length += read(body, (use) => {
      use.body += 1;
      inSection(use, number, false);
    });
  }
  const terms = new Map<string, TermUse>();
  for (const [term, use] of uses) {
    const inside = [...use.sections.values()].sort((a, b) => a.section - b.section);
    // A document in one piece has no sections to tell apart.
    terms.set(term, {
      weight: weigh(use, length),
      inTitle: use.title > 0,
      sections: sections.length > 1 ? inside : [],
    });
  }
  return { terms, words };
};
