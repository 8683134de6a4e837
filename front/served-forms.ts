import { bareForm, filledForm } from './make-page';
import type { PageFiles } from './page-files';
import type { Page, PageMemory, ServedForm } from './page-memory';
import { bodyIn, type Encoding, plainOf } from './representations';

export type ServedFormsSettings = {
  files: Pick<PageFiles, 'load'>;
  memory: Pick<PageMemory, 'resize'>;
  /** Asks for the fragments of a page that are not known. */
  learn(page: Page): Promise<void>;
  /** The state of the fragments a page includes; undefined while one of them is not known. */
  versionOf(page: Page): string | undefined;
  /** Their texts, by name. */
  textsOf(page: Page): ReadonlyMap<string, string>;
};

export type ServedForms = {
  /** Whether the page can go out as it stands: no fragment changed since it was filled, and it is there so encoded. */
  isReady(page: Page, encoding: Encoding): boolean;
  /** Makes the page so. */
  makeReady(page: Page, encoding: Encoding): Promise<void>;
  /** Lets go of what a page is made from, where that is not what goes out and lies on disk. */
  relieve(page: Page): void;
};

/** What goes out of the pages: bodies with their fragments, in the encodings that readers ask for. */
export const createServedForms = (settings: ServedFormsSettings): ServedForms => {
  const { files, memory, versionOf } = settings;
  const filling = new WeakMap<Page, Promise<void>>();

  const relieve = (page: Page): void => {
    if (page.onDisk && page.br !== page.served.br) page.br = undefined;
    memory.resize(page);
  };

  /** The body without fragments; undefined where its file is gone, or another's by now. */
  const bareBody = async (page: Page): Promise<Buffer | undefined> => {
    if (page.br) return plainOf(page);
    if (page.served.version === '') return plainOf(page.served);
    const record = await files.load(page.path);
    return record?.hash === page.hash ? plainOf(record) : undefined;
  };

  const bareAgain = async ({ br, hash }: Page, bare: Buffer, encoding: Encoding): Promise<ServedForm> =>
    br ? bareForm({ br, hash }) : { version: '', ...(await bodyIn(bare, encoding)), hash, brIsTaken: false };

  const refill = async (page: Page, encoding: Encoding): Promise<void> => {
    await settings.learn(page);
    const bare = await bareBody(page);
    // From here to the snapshot nothing waits: the version is that of these very texts.
    const version = versionOf(page) ?? '';
    const texts = settings.textsOf(page);
    if (page.served.version === version) return;
    if (bare === undefined) {
      // It goes out as it is once more, and is asked for again.
      page.stale = true;
      return;
    }
    page.served =
      version === '' ? await bareAgain(page, bare, encoding) : await filledForm(bare, version, texts, encoding);
    relieve(page);
  };

  const isFilled = (page: Page): boolean => page.served.version === versionOf(page);

  /** Many readers may wait for the same page: it is filled once for all of them. */
  const fill = (page: Page, encoding: Encoding): Promise<void> => {
    const running = filling.get(page);
    if (running) return running;
    const begun = refill(page, encoding).finally(() => filling.delete(page));
    filling.set(page, begun);
    return begun;
  };

  const isEncoded = ({ served }: Page, encoding: Encoding): boolean =>
    encoding === 'identity' || served[encoding] !== undefined;

  const encode = async (page: Page, encoding: Encoding): Promise<void> => {
    const { served } = page;
    Object.assign(served, await bodyIn(await plainOf(served), encoding));
    if (encoding === 'gzip' && page.onDisk && !served.brIsTaken) served.br = undefined;
    relieve(page);
  };

  return {
    isReady: (page, encoding) => isFilled(page) && isEncoded(page, encoding),
    async makeReady(page, encoding) {
      if (!isFilled(page)) await fill(page, encoding);
      if (!isEncoded(page, encoding)) await encode(page, encoding);
    },
    relieve,
  };
};
