import type { Locale } from '../people/locale';
import type { SearchKind } from './answer';

/** An answer as the form of a request shows it. */
export type FoundAnswer = {
  kind: SearchKind;
  /** The kind in the reader's language. */
  label: string;
  title: string;
  /** Where it belongs. */
  place: string;
  href: string;
  /** The language of the title, where it is another one than the reader's. */
  lang?: Locale;
  /** Its place in the list, from 1. */
  rank: number;
};
