import { AUDIENCES } from '../access/grants';
import type { Locale } from '../people/locale';
import type { SearchText } from './analysis';
import type { SearchKind } from './answer';

/** Who may find a document: an audience of content, or for requests the parties to each of them. */
export const SEARCH_AUDIENCES = [...AUDIENCES, 'parties'] as const;
export type SearchAudience = (typeof SEARCH_AUDIENCES)[number];

/** Changes when texts are taken apart in another way: indexes of another version are built anew. */
export const ENGINE_VERSION = 2;

/** What names a document among all. */
export type SearchRef = { kind: SearchKind; key: string; locale: Locale };

/** A document as it is handed to the index. */
export type IndexDocument = SearchRef &
  SearchText & {
    audience: SearchAudience;
    ticketId: string | null;
    href: string;
    trail: readonly string[];
    /** Set where readers of the other language are shown it, too, since it is not written in theirs. */
    alone?: true;
    at: Date | null;
    /** The same for the same content, whenever it is computed. */
    hash: string;
  };
