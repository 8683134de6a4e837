import { afterHydration } from './after-hydration';

type Me = { name: string; initials: string; links?: Readonly<Record<string, boolean>>; [field: string]: unknown };

/** Names that markup may use for what the server calls the places a person may enter. */
const PLACES: Readonly<Record<string, string>> = { staff: 'desk', editor: 'studio' };

const KEY = 'guichet-me';

const remembered = (): Me | null => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
};

const remember = (me: Me | null): void => {
  try {
    if (me) sessionStorage.setItem(KEY, JSON.stringify(me));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage the name appears a moment later on each page.
  }
};

let asked: Promise<Me | null | undefined> | undefined;

/** Who is signed in; null for nobody, undefined when it cannot be told. One question a page. */
const ask = (): Promise<Me | null | undefined> => {
  asked ??= fetch('/api/me', { headers: { accept: 'application/json' }, cache: 'no-store' })
    .then((response) => (response.ok ? (response.json() as Promise<Me | null>) : undefined))
    .catch(() => undefined);
  return asked;
};

/** Shows the menu for `me`; only a matter of tidiness, since the server decides again on every page. */
const fill = (menu: HTMLElement, me: Me): void => {
  for (const element of menu.querySelectorAll<HTMLElement>('[data-for]')) {
    const places = (element.dataset.for ?? '').split(' ').map((name) => PLACES[name] ?? name);
    (element.closest('li') ?? element).hidden = !places.some((place) => me.links?.[place]);
  }
  for (const element of menu.querySelectorAll<HTMLElement>('[data-field]')) {
    const value = me[element.dataset.field ?? ''];
    if (typeof value === 'string') element.textContent = value;
  }
};

/** `<account-slot>`: the sign-in link, or, for someone signed in, its menu (`[data-signed-in]`, hidden until then). */
export class AccountSlot extends HTMLElement {
  connectedCallback(): void {
    afterHydration(this, () => void this.enhance());
  }

  private async enhance(): Promise<void> {
    const before = remembered();
    if (before) this.show(before);
    const me = await ask();
    if (me === undefined) return;
    remember(me);
    if (JSON.stringify(me) !== JSON.stringify(before)) this.show(me);
  }

  private show(me: Me | null): void {
    for (const part of this.children) {
      if (!(part instanceof HTMLElement)) continue;
      const isMenu = part.dataset.signedIn !== undefined;
      if (isMenu && me) fill(part, me);
      part.hidden = isMenu !== (me !== null);
    }
  }
}
