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
  /** Its place in the list, from 1. */
  rank: number;
};
