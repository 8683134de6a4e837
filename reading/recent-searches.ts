const KEY = 'guichet-searches';
const MOST = 5;

/** The last searches of this device, newest first. They never leave it. */
export const recentSearches = (): string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((words) => typeof words === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
};

/** Keeps the words of a search on this device. */
export const rememberSearch = (words: string): void => {
  const others = recentSearches().filter((other) => other.toLowerCase() !== words.toLowerCase());
  try {
    localStorage.setItem(KEY, JSON.stringify([words, ...others].slice(0, MOST)));
  } catch {
    // Without storage nothing is offered later.
  }
};

/** Erases the searches kept on this device. */
export const forgetSearches = (): void => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
};
