import type { Answer } from './admission';
import { admit } from './admission';
import type { AskNext } from './ask-next';
import type { OwnFiles } from './lighten';
import { pageFromRecord, recordFromAnswer } from './make-page';
import type { PageFiles } from './page-files';
import type { Page, PageMemory } from './page-memory';
import { fragmentPath, touchedTags, treatmentOf } from './reading-paths';
import { createRenewals } from './renewals';
import { type Encoding, plainOf } from './representations';
import { createServedForms } from './served-forms';
import { createTouches } from './touches';

/** How the asking for one path ended: a page to serve, Next's answer that is not for keeping, or nothing at all. */
export type Outcome = { page: Page } | { answer: Answer } | { failed: true };

export type PagesSettings = {
  ask: AskNext;
  memory: PageMemory;
  files: PageFiles;
  buildId: string;
  bootId: string;
  ownFiles: OwnFiles;
  now: () => number;
  onError: (error: unknown) => void;
  /** How long (ms) a reader waits for a page to be renewed before the last good copy is served. */
  patience?: number;
};

export type Pages = {
  /** A page that may be served as it is, without waiting. */
  current(path: string): Page | undefined;
  /** A number that changes with whatever may make more pages than one go out otherwise than before. */
  epoch(): number;
  obtain(path: string): Promise<Outcome>;
  /** Something changed: marks its pages, renews the most read of them at once. Resolves when those are renewed. */
  touch(names: readonly string[]): Promise<void>;
  /** Fragments of a language by name, as they stand. */
  fragments(names: readonly string[], locale: string): Promise<ReadonlyMap<string, string>>;
  /** Whether the page can go out as it stands: no fragment changed since it was filled, and it is there so encoded. */
  isReady(page: Page, encoding: Encoding): boolean;
  /** Makes the page so. */
  makeReady(page: Page, encoding: Encoding): Promise<void>;
};

/** After a failed refresh a page is left alone for this long (ms), so that an outage does not cost every reader a wait. */
const PAUSE_AFTER_FAILURE = 3_000;
/** Of the pages a tag touches, this many are renewed at once; the others when they are next asked for. */
const RENEWED_AT_ONCE = 50;
const RENEWALS_AT_A_TIME = 3;
/**
 * When this many answers are waited for, readers of further touched pages get the last good copy at once: after a change that concerns
 * thousands of pages, all of Next's time would go to pages that nobody waits for any more.
 */
const MOST_FLIGHTS = 24;

type Flight = { sequence: number; outcome: Promise<Outcome> };

const timeout = (ms: number): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('late'), ms).unref();
  });

export const createPages = (settings: PagesSettings): Pages => {
  const { ask, memory, files, now } = settings;
  const patience = settings.patience ?? 1_500;
  const touches = createTouches();
  const renewals = createRenewals((path) => fly(path));
  const flights = new Map<string, Flight>();
  const fragmentTexts = new Map<string, { version: string; html: string }>();
  let epoch = 1;

  /** The state of the fragments a page includes; undefined while one of them is not known. */
  const versionOf = (page: Page): string | undefined => {
    let version = '';
    for (const { path } of page.includes) {
      const text = fragmentTexts.get(path);
      if (!text) return undefined;
      version += text.version;
    }
    return version;
  };

  /** The texts of the fragments a page includes, by name. */
  const textsOf = (page: Page): ReadonlyMap<string, string> =>
    new Map(page.includes.map(({ name, path }) => [name, fragmentTexts.get(path)?.html ?? '']));

  const forms = createServedForms({
    ...{ files, memory, versionOf, textsOf },
    learn: async (page) => {
      for (const { path } of page.includes) await fragmentText(path);
    },
  });

  const keep = async (page: Page): Promise<void> => {
    if (page.format === 'fragment') {
      const html = (await plainOf(page)).toString();
      epoch += 1;
      // An empty fragment leaves pages as they are: no second form of 10,000 pages while nothing is wrong.
      fragmentTexts.set(page.path, { version: html === '' ? '' : page.hash, html });
    }
    memory.put(page);
  };

  const forget = async (path: string): Promise<void> => {
    memory.remove(path);
    epoch += 1;
    fragmentTexts.delete(path);
    await files.remove(path);
  };

  const accept = async (path: string, answer: Answer, sequence: number): Promise<Page> => {
    const treatment = treatmentOf(path);
    const format = treatment.kind === 'stored' ? treatment.format : 'page';
    const origin = { buildId: settings.buildId, bootId: settings.bootId, sequence };
    const record = await recordFromAnswer(path, format, answer, { ownFiles: settings.ownFiles, origin });
    const page = pageFromRecord(record, now());
    // A change that came while Next was rendering may not be in this answer: it is good, and to be asked for again.
    page.stale = touches.since(page.tags, sequence);
    await keep(page);
    page.onDisk = await files.save(record);
    forms.relieve(page);
    return page;
  };

  const askFor = async (path: string): Promise<Outcome> => {
    const sequence = touches.sequence();
    const { headers, answer } = await ask.anonymously(path, true);
    const question = { method: 'GET', path, headers, treatment: treatmentOf(path) };
    if (admit(question, answer).admitted) return { page: await accept(path, answer, sequence) };
    if (answer.status >= 500) return { failed: true };
    // Gone, moved, restricted or personal by now: what was kept must not outlive that.
    await forget(path);
    return { answer };
  };

  function fly(path: string): Promise<Outcome> {
    const flight = flights.get(path);
    const treatment = treatmentOf(path);
    const tags = treatment.kind === 'stored' ? treatment.tags : [];
    if (flight && !touches.since(tags, flight.sequence)) return flight.outcome;
    // Begun before the latest change: its answer may be old, so another one follows it.
    const outcome = (flight ? flight.outcome.then(() => askFor(path)) : askFor(path)).catch((error): Outcome => {
      settings.onError(error);
      return { failed: true };
    });
    const next: Flight = { sequence: touches.sequence(), outcome };
    flights.set(path, next);
    void outcome.then(() => {
      if (flights.get(path) === next) flights.delete(path);
    });
    return outcome;
  }

  const fromDisk = async (path: string): Promise<Page | undefined> => {
    const record = await files.load(path);
    const treatment = treatmentOf(path);
    if (!record || treatment.kind !== 'stored' || treatment.format !== record.format) return undefined;
    const page = pageFromRecord(record, now());
    page.onDisk = true;
    // What another process or build kept is only good for when Next cannot answer.
    page.stale = record.bootId !== settings.bootId || touches.since(page.tags, record.sequence);
    // Someone may have asked for it meanwhile, and got a newer one.
    const newer = memory.get(path);
    if (newer) return newer;
    await keep(page);
    return page;
  };

  /** Pages that only grew old are served as they are, and renewed one after the other. */
  const renewIfOld = (page: Page): void => {
    const instant = now();
    if (instant - page.checkedAt <= page.renewAfter || !renewals.add(page.path)) return;
    page.checkedAt = instant;
  };

  const lastGood = (path: string, page: Page): Outcome => {
    const current = memory.get(path) ?? page;
    current.retryAt = now() + PAUSE_AFTER_FAILURE;
    return { page: current };
  };

  const obtain = async (path: string): Promise<Outcome> => {
    const page = memory.get(path) ?? (await fromDisk(path));
    if (!page) return fly(path);
    if (!page.stale) {
      renewIfOld(page);
      return { page };
    }
    if (now() < page.retryAt || (flights.size >= MOST_FLIGHTS && !flights.has(path))) return { page };
    const outcome = await Promise.race([fly(path), timeout(patience)]);
    return outcome === 'late' || 'failed' in outcome ? lastGood(path, page) : outcome;
  };

  const renewMany = async (paths: readonly string[]): Promise<void> => {
    const queue = [...paths];
    const worker = async (): Promise<void> => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) await fly(path);
    };
    await Promise.all(Array.from({ length: RENEWALS_AT_A_TIME }, worker));
  };

  const touchedPages = (tags: ReadonlySet<string>): Page[] => {
    const everything = tags.has('settings');
    return [...memory.all()].filter((page) => everything || page.tags.some((tag) => tags.has(tag)));
  };

  const rank = (page: Page): number =>
    page.format === 'fragment' ? Number.POSITIVE_INFINITY : memory.reads(page.path);

  async function fragmentText(path: string): Promise<{ version: string; html: string }> {
    const known = fragmentTexts.get(path);
    if (known) return known;
    const outcome = treatmentOf(path).kind === 'stored' ? await obtain(path) : { failed: true as const };
    if ('page' in outcome) return fragmentTexts.get(path) ?? { version: '', html: '' };
    const none = { version: '', html: '' };
    // Remembered, so that a missing fragment does not cost every reader an answer; a touch asks for it again.
    fragmentTexts.set(path, none);
    return none;
  }

  const fragments: Pages['fragments'] = async (names, locale) => {
    const texts = new Map<string, string>();
    for (const name of new Set(names)) texts.set(name, (await fragmentText(fragmentPath(name, locale))).html);
    return texts;
  };

  return {
    current(path) {
      const page = memory.get(path);
      if (!page || page.stale) return undefined;
      renewIfOld(page);
      return page;
    },
    epoch: () => epoch,
    obtain,
    fragments,
    async touch(names) {
      const tags = touchedTags(names);
      touches.touch([...tags]);
      epoch += 1;
      const touched = touchedPages(tags);
      for (const page of touched) {
        page.stale = true;
        page.retryAt = 0;
      }
      // Fragments that failed or were never stored are known as empty texts only.
      for (const path of fragmentTexts.keys()) if (!memory.get(path)) fragmentTexts.delete(path);
      touched.sort((a, b) => rank(b) - rank(a));
      await renewMany(touched.slice(0, RENEWED_AT_ONCE).map((page) => page.path));
    },
    isReady: forms.isReady,
    makeReady: forms.makeReady,
  };
};
