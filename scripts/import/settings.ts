import type { Audience } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import type { Loss } from './losses';

export type ImportSettings = {
  source: string;
  /** Where content stands, as an absolute path. */
  content: string;
  locale: Locale;
  collection: string;
  /** Day written where a page does not tell one, `2026-10-20`. */
  today: string;
  author: string;
  audience: Audience;
  title?: string | undefined;
  /** Address of the old site, for links to what does not come over. */
  base?: string | undefined;
  /** What the addresses of the old site began with, to lead them here. */
  oldPath?: string | undefined;
  force?: boolean;
  dryRun?: boolean;
};

export type Outcome = 'created' | 'updated' | 'unchanged' | 'kept' | 'left' | 'refused';

/** What became of a page: `kept` was edited here and is not overwritten, `left` has no source any more. */
export type PageOutcome = { source: string; path: string; outcome: Outcome; plain: boolean };

/** What came over, and how. */
export type ImportReport = {
  pages: readonly PageOutcome[];
  media: { written: number; unchanged: number };
  redirects: number;
  losses: readonly Loss[];
  changed: number;
};

/** Something the person who imports can put right. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}
