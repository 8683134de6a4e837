import type { Kept, Page, PageMemory } from './page-memory';
import type { Pages } from './pages';
import type { Encoding } from './representations';
import type { SecurityHeaders } from './security-headers';
import { headOf } from './send';

/** An encoding in which whole answers are held; who takes none has the page unpacked for it. */
export type HeldEncoding = Exclude<Encoding, 'identity'>;

export type ReadyAnswers = {
  /**
   * The answer to a GET, head and body in one piece and dated now, for a connection that stays open. Undefined where it is
   * not there, or not for who asks. It may be written at once only: the next one to ask gets the same bytes with another date.
   */
  find(path: string, encoding: HeldEncoding, hasSession: boolean): Buffer | undefined;
  /**
   * Makes a page ready as `Pages` does, and its answer with it: made later, it would take the place of a body that has been in memory for
   * long, and such memory comes back late.
   */
  makeReady(page: Page, encoding: Encoding): Promise<void>;
  /** To be called when the system did not take all of it at once: these bytes are left as they are from now on. */
  leave(path: string): void;
};

export type ReadyAnswersSettings = {
  memory: Pick<PageMemory, 'kept' | 'resize'>;
  pages: Pick<Pages, 'current' | 'isReady' | 'makeReady' | 'epoch'>;
  security: SecurityHeaders;
  /** How long (ms) a connection is kept that asks nothing more. */
  keepAlive: number;
  now: () => number;
};

const DATE = 'HTTP/1.1 200 OK\r\nDate: ';
/** As long as any other: RFC 9110 §5.6.7. */
const NO_DATE = 'Thu, 01 Jan 1970 00:00:00 GMT';

/** What may not stand in a header: it would begin another one. RFC 9110 §5.5. */
const UNFIT = /[^\t\x20-\x7e\x80-\xff]/;

const secondOf = (instant: number): number => Math.floor(instant / 1000);

/**
 * Stored pages as they go onto the wire. What is looked at on the way to one lies together (`Kept`) and what is sent in one
 * buffer: with thousands of pages visited at random, time goes into fetching memory and not into computing.
 */
export const createReadyAnswers = (settings: ReadyAnswersSettings): ReadyAnswers => {
  const { memory, pages, security, now } = settings;
  const connection = `Connection: keep-alive\r\nKeep-Alive: timeout=${secondOf(settings.keepAlive)}\r\n`;
  let dated = -1;
  let date = Buffer.from(NO_DATE);

  const dateOf = (second: number): Buffer => {
    if (second !== dated) {
      dated = second;
      date = Buffer.from(new Date(second * 1000).toUTCString());
    }
    return date;
  };

  const lines = (head: readonly string[]): string => {
    let text = '';
    for (let index = 0; index < head.length; index += 2) text += `${head[index]}: ${head[index + 1]}\r\n`;
    return text;
  };

  /** Head and body in one piece. The page holds its body as a part of it from then on, rather than twice. */
  const whole = ({ page }: Kept, encoding: HeldEncoding): Buffer | undefined => {
    const { served } = page;
    const body = served[encoding];
    if (!body) return undefined;
    const head = headOf(page, encoding, body.length, security);
    if (head.some((text) => UNFIT.test(text))) return undefined;
    const start = Buffer.from(`${DATE}${NO_DATE}\r\n${connection}${lines(head)}\r\n`, 'latin1');
    const bytes = Buffer.allocUnsafeSlow(start.length + body.length);
    start.copy(bytes);
    body.copy(bytes, start.length);
    served[encoding] = bytes.subarray(start.length);
    if (page.br === body) page.br = served[encoding];
    if (encoding === 'br') served.brIsTaken = true;
    memory.resize(page);
    return bytes;
  };

  const renewed = (kept: Kept, encoding: HeldEncoding): Buffer | undefined => {
    const page = pages.current(kept.page.path);
    if (page !== kept.page || page.status !== 200 || !pages.isReady(page, encoding)) return undefined;
    if (kept.form !== page.served) {
      kept.form = page.served;
      kept.br = undefined;
      kept.gzip = undefined;
    }
    kept[encoding] ??= whole(kept, encoding);
    kept.epoch = pages.epoch();
    kept.until = secondOf(page.checkedAt + page.renewAfter);
    kept.reserved = page.reserved;
    return kept[encoding];
  };

  return {
    find(path, encoding, hasSession) {
      const kept = memory.kept(path);
      if (!kept) return undefined;
      const second = secondOf(now());
      const held = encoding === 'br' ? kept.br : kept.gzip;
      const isRight = kept.epoch === pages.epoch() && second < kept.until;
      const bytes = held && isRight ? held : renewed(kept, encoding);
      if (!bytes || (hasSession && kept.reserved)) return undefined;
      dateOf(second).copy(bytes, DATE.length);
      return bytes;
    },
    async makeReady(page, encoding) {
      await pages.makeReady(page, encoding);
      const kept = memory.kept(page.path);
      if (kept?.page === page && encoding !== 'identity') renewed(kept, encoding);
    },
    leave(path) {
      const kept = memory.kept(path);
      if (kept) kept.form = undefined;
      if (kept) kept.epoch = 0;
    },
  };
};
