import type { PageRecord } from './page-files';
import type { Bodies } from './representations';

/** A page ready to be served. */
export type Page = Omit<PageRecord, 'br'> & {
  /** What its served form is made from; not held where that lies on disk and readers take something else. */
  br: Buffer | undefined;
  /** Whether it can be read again from disk. */
  onDisk: boolean;
  /** Touching one of these makes it be asked for again. */
  tags: readonly string[];
  /** How old (ms) its answer may become before it is renewed behind a reader's back. */
  renewAfter: number;
  /** A reader with a session may be shown more than this page holds. */
  reserved: boolean;
  /** Something it depends on was touched since: it is asked for again before it is served, if Next can answer. */
  stale: boolean;
  /** Before this instant (ms) a failed refresh is not tried again. */
  retryAt: number;
  /** Instant (ms) of the last good answer: relative dates and such are renewed now and then. */
  checkedAt: number;
  /** The fragments it includes: their names and the paths they are kept under. */
  includes: readonly { name: string; path: string }[];
  /** The page for lost readers is a page like others, but for its status. */
  status: 200 | 404;
  /** Its content security policy, made at the first use. */
  policy: string | undefined;
  /** What goes out: the body with its fragments filled in. Replaced as a whole, never changed. */
  served: ServedForm;
};

export type ServedForm = Bodies & {
  /** Of the body as it goes out. */
  hash: string;
  /** The state of the fragments it was made with; empty where all of them are empty. */
  version: string;
  /** Every page comes in Brotli, to be kept on disk: whether a reader has taken it so. */
  brIsTaken: boolean;
};

/**
 * The place of a page in memory, with all that is looked at when it goes out (`ready-answers.ts`): among thousands of pages,
 * each further object is one that the processor fetches from afar.
 */
export type Kept = {
  /** The state of all pages in which its answers were found to be right, and the second at which the page will have grown old. */
  epoch: number;
  until: number;
  /** Whole answers, head and body, that may go out while these two hold. */
  br: Buffer | undefined;
  gzip: Buffer | undefined;
  /** Not for readers with a session. */
  reserved: boolean;
  used: number;
  reads: number;
  /** The form the answers were made of. */
  form: ServedForm | undefined;
  page: Page;
  bytes: number;
};

const OVERHEAD = 2_000;

const sizeOf = ({ br, served }: Page): number => {
  const held = new Set([br, served.br, served.gzip]);
  return [...held].reduce((sum, body) => sum + (body?.length ?? 0), OVERHEAD);
};

/** Written out, field by field: so they lie beside each other. */
const emptyPlace = (page: Page, bytes: number, used: number, reads: number): Kept => ({
  epoch: 0,
  until: 0,
  br: undefined,
  gzip: undefined,
  reserved: true,
  used,
  reads,
  form: undefined,
  page,
  bytes,
});

export type PageMemory = {
  get(path: string): Page | undefined;
  /** The place of a page. Asking for it counts as reading it, as `get` does. */
  kept(path: string): Kept | undefined;
  /** How often the page was read. */
  reads(path: string): number;
  put(page: Page): void;
  remove(path: string): void;
  /** To be called when a page grew (its served form was made anew, or in another encoding). */
  resize(page: Page): void;
  all(): Iterable<Page>;
  bytes(): number;
};

/** The pages served most recently, at most `limit` bytes of them; the least recently served leave first. */
export const createPageMemory = (limit: number): PageMemory => {
  const pages = new Map<string, Kept>();
  let total = 0;
  let clock = 0;

  const remove = (path: string): void => {
    total -= pages.get(path)?.bytes ?? 0;
    pages.delete(path);
  };
  // Evicting in batches by an order kept loosely: moving an entry on each hit would cost the hot path a map write.
  const evict = (): void => {
    if (total <= limit) return;
    const oldest = [...pages.entries()].sort(([, a], [, b]) => a.used - b.used);
    for (const [path] of oldest) {
      if (total <= limit * 0.9) break;
      remove(path);
    }
  };
  const kept: PageMemory['kept'] = (path) => {
    const entry = pages.get(path);
    if (!entry) return undefined;
    clock += 1;
    entry.used = clock;
    entry.reads += 1;
    return entry;
  };
  const reads: PageMemory['reads'] = (path) => pages.get(path)?.reads ?? 0;
  return {
    kept,
    reads,
    get: (path) => kept(path)?.page,
    put(page) {
      const seen = reads(page.path);
      remove(page.path);
      clock += 1;
      const bytes = sizeOf(page);
      pages.set(page.path, emptyPlace(page, bytes, clock, seen));
      total += bytes;
      evict();
    },
    remove,
    resize(page) {
      const entry = pages.get(page.path);
      if (entry?.page !== page) return;
      total -= entry.bytes;
      entry.bytes = sizeOf(page);
      total += entry.bytes;
      evict();
    },
    *all() {
      for (const { page } of pages.values()) yield page;
    },
    bytes: () => total,
  };
};
