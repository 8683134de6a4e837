import { isKeptFile, type KeptFile } from './kept-files';

/** What there is to keep: what was written, and the files that were sent ahead. */
export type Keepable = { values: Record<string, string>; files: readonly KeptFile[] };

/** A draft as this device keeps it, and when (epoch milliseconds). */
export type KeptDraft = Keepable & { at: number };

/** Older drafts are nobody's any more. */
const KEPT_MS = 30 * 86_400_000;
const SENT = 'guichet-draft-sent';
const SET_ASIDE = 'guichet-draft-aside';

/** Where the draft of an account and a type is kept; visitors of one device share theirs. */
export const draftKey = (owner: string, type: string): string => `guichet-draft:${owner || 'visitor'}:${type}`;

/** Storage may be full, switched off or out of reach; the form works without. */
const quietly = <Answer>(run: () => Answer): Answer | null => {
  try {
    return run();
  } catch {
    return null;
  }
};

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'values' in value &&
  typeof value.values === 'object' &&
  value.values !== null &&
  Object.values(value.values).every((one) => typeof one === 'string') &&
  'files' in value &&
  Array.isArray(value.files) &&
  value.files.every(isKeptFile);

/** The draft under a key, if there is one that is not too old. */
export const readDraft = (key: string): KeptDraft | null =>
  quietly(() => {
    // Drafts from before files were kept have none.
    const kept: unknown = { files: [], ...JSON.parse(localStorage.getItem(key) ?? 'null') };
    return isDraft(kept) && Date.now() - kept.at < KEPT_MS ? kept : null;
  });

/** Keeps a draft; one with nothing in it is forgotten. */
export const keepDraft = (key: string, { values, files }: Keepable): void => {
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  quietly(() =>
    Object.keys(written).length + files.length > 0
      ? localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: written, files } satisfies KeptDraft))
      : localStorage.removeItem(key),
  );
};

/** Forgets a draft. */
export const dropDraft = (key: string): void => {
  quietly(() => localStorage.removeItem(key));
};

/** Notes which draft is on its way, so that the page after sending can forget it. */
export const noteSent = (key: string): void => {
  quietly(() => sessionStorage.setItem(SENT, key));
};

/** Takes that back: what was refused, or never arrived, is a draft still. */
export const noteNotSent = (): void => {
  quietly(() => sessionStorage.removeItem(SENT));
};

/** A draft that was sent, for as long as its tab is open: under which key it was kept, and what it said. */
export type SentDraft = KeptDraft & { key: string };

const isSent = (value: unknown): value is SentDraft =>
  isDraft(value) && 'key' in value && typeof value.key === 'string';

/**
 * Puts the draft that was sent from this tab out of the way, and answers it: whoever mistyped their address never gets the
 * mail to confirm by, and is not made to write everything again. Asked anew, it answers the same.
 */
export const setSentAside = (): SentDraft | null =>
  quietly(() => {
    const key = sessionStorage.getItem(SENT);
    const draft = key ? readDraft(key) : null;
    if (key && draft) sessionStorage.setItem(SET_ASIDE, JSON.stringify({ key, ...draft } satisfies SentDraft));
    dropSentDraft();
    const aside: unknown = JSON.parse(sessionStorage.getItem(SET_ASIDE) ?? 'null');
    return isSent(aside) ? aside : null;
  });

/** Makes it a draft again. */
export const takeBackSent = ({ key, ...draft }: SentDraft): void => {
  keepDraft(key, draft);
  quietly(() => sessionStorage.removeItem(SET_ASIDE));
};

/** Forgets the draft that was sent from this tab. */
export const dropSentDraft = (): void => {
  const key = quietly(() => sessionStorage.getItem(SENT));
  if (!key) return;
  dropDraft(key);
  quietly(() => sessionStorage.removeItem(SENT));
};
