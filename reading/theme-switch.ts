import { afterHydration } from './after-hydration';
import { applyTheme, onThemeElsewhere, storedTheme, storeTheme, type Theme } from './theme-choice';

const isTheme = (value: string): value is Theme => value === 'system' || value === 'light' || value === 'dark';

const show = (theme: Theme): void => {
  applyTheme(theme);
  for (const button of document.querySelectorAll<HTMLButtonElement>('theme-switch button')) {
    button.setAttribute('aria-pressed', String(button.value === theme));
  }
};

/** `<theme-switch>`: three buttons of which one is pressed, the same in every switch of the page. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (!button || !isTheme(button.value)) return;
      storeTheme(button.value);
      show(button.value);
    });
    afterHydration(this, () => show(storedTheme()));
  }
}

export const followTheme = (): void => onThemeElsewhere(show);
