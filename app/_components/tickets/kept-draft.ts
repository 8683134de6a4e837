/** A draft as this device keeps it: what was written, and when (epoch milliseconds). */
export type KeptDraft = { at: number; values: Record<string, string> };

/** Older drafts are nobody's any more. */
const KEPT_MS = 30 * 86_400_000;
const SENT = 'guichet-draft-sent';

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
  Object.values(value.values).every((one) => typeof one === 'string');

/** The draft under a key, if there is one that is not too old. */
export const readDraft = (key: string): KeptDraft | null =>
  quietly(() => {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(kept) && Date.now() - kept.at < KEPT_MS ? kept : null;
  });

/** Keeps a draft; one with nothing in it is forgotten. */
export const keepDraft = (key: string, values: Record<string, string>): void => {
  const written = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  quietly(() =>
    Object.keys(written).length > 0
      ? localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: written } satisfies KeptDraft))
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

/** Forgets the draft that was sent from this tab. */
export const dropSentDraft = (): void => {
  const key = quietly(() => sessionStorage.getItem(SENT));
  if (!key) return;
  dropDraft(key);
  quietly(() => sessionStorage.removeItem(SENT));
};
