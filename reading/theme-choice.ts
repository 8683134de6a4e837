const KEY = 'guichet-theme';

export type Theme = 'system' | 'light' | 'dark';

const themeOf = (value: string | null): Theme => (value === 'light' || value === 'dark' ? value : 'system');

/** The reader's choice; `system` where none was made or storage is closed to us. */
export const storedTheme = (): Theme => {
  try {
    return themeOf(localStorage.getItem(KEY));
  } catch {
    return 'system';
  }
};

export const storeTheme = (theme: Theme): void => {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse: the choice then holds for this page.
  }
};

export const applyTheme = (theme: Theme): void => {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
};

/** Calls back when the choice was made in another tab. */
export const onThemeElsewhere = (changed: (theme: Theme) => void): void => {
  addEventListener('storage', (event) => {
    if (event.key === KEY) changed(themeOf(event.newValue));
  });
};
