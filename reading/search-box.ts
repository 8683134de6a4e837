import { afterHydration } from './after-hydration';
import { announce } from './live-region';

type Hit = { kind: string; title: string; excerpt: string; href: string };

const SHORTEST = 2;
const PAUSE_MS = 120;

let boxes = 0;

/** Only addresses of this site, so that an answer can never become a link that runs something. */
const isLocal = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');

const optionOf = (hit: Hit, id: string): HTMLAnchorElement => {
  const option = document.createElement('a');
  option.id = id;
  option.href = hit.href;
  option.tabIndex = -1;
  option.role = 'option';
  option.setAttribute('aria-selected', 'false');
  option.dataset.kind = hit.kind;
  const title = document.createElement('b');
  title.textContent = hit.title;
  const context = document.createElement('small');
  context.textContent = hit.excerpt;
  option.append(title, context);
  return option;
};

/**
 * `<search-box>`: suggestions under the search field while typing, as a combobox with a list box (WAI-ARIA). Without
 * suggestions, or without us, the form sends its words to the results page.
 */
export class SearchBox extends HTMLElement {
  private input: HTMLInputElement | null = null;
  private list = document.createElement('div');
  private active = -1;
  private timer = 0;
  private request: AbortController | undefined;
  private readonly answers = new Map<string, readonly Hit[]>();

  connectedCallback(): void {
    afterHydration(this, () => this.enhance());
  }

  private enhance(): void {
    this.input = this.querySelector('input[type="search"]');
    if (!this.input) return;
    boxes += 1;
    this.list = document.createElement('div');
    this.list.className = 'search-hits';
    this.list.id = `search-hits-${boxes}`;
    this.list.role = 'listbox';
    this.list.hidden = true;
    const label = this.input.getAttribute('aria-label') ?? this.input.labels?.[0]?.textContent;
    if (label) this.list.setAttribute('aria-label', label);
    this.describe(this.input);
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('focus', () => this.later());
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.close();
    });
    // A press on a suggestion must not take the focus away before the click arrives.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  private describe(input: HTMLInputElement): void {
    input.role = 'combobox';
    input.autocomplete = 'off';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.suggest(), PAUSE_MS);
  }

  private async suggest(): Promise<void> {
    const words = this.input?.value.trim() ?? '';
    this.request?.abort();
    if (words.length < SHORTEST) {
      this.close();
      return;
    }
    try {
      const hits = this.answers.get(words) ?? (await this.ask(words));
      if (document.activeElement === this.input) this.show(hits);
    } catch (error) {
      // Overtaken by the next letter: what is shown stays, and with it what was chosen.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      // The server is away: the form still works.
      this.close();
    }
  }

  private async ask(words: string): Promise<readonly Hit[]> {
    this.request = new AbortController();
    const url = new URL(this.dataset.suggest ?? '/api/search', location.href);
    url.searchParams.set('q', words);
    const response = await fetch(url, { signal: this.request.signal });
    if (!response.ok) throw new Error(String(response.status));
    const { hits } = (await response.json()) as { hits: readonly Hit[] };
    this.answers.set(words, hits);
    return hits;
  }

  private show(hits: readonly Hit[]): void {
    const shown = hits.filter((hit) => isLocal(hit.href));
    const chosen = this.options()[this.active]?.getAttribute('href');
    this.list.replaceChildren(...shown.map((hit, index) => optionOf(hit, `${this.list.id}-${index}`)));
    if (!this.list.isConnected) this.append(this.list);
    // A late answer must not take away what the reader has just chosen.
    this.select(shown.findIndex((hit) => hit.href === chosen));
    this.list.hidden = shown.length === 0;
    this.input?.setAttribute('aria-expanded', String(shown.length > 0));
    announce(this.countLabel(shown.length));
  }

  /** Words come with the page: `data-hits-label="# résultat|# résultats"`, `data-none-label`. */
  private countLabel(count: number): string {
    if (count === 0) return this.dataset.noneLabel ?? '';
    const [one = '', many = one] = (this.dataset.hitsLabel ?? '').split('|');
    const plural = new Intl.PluralRules(document.documentElement.lang || 'fr').select(count);
    return (plural === 'one' ? one : many).replace('#', String(count));
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input?.setAttribute('aria-expanded', 'false');
    this.select(-1);
  }

  private select(index: number): void {
    const options = this.options();
    this.active = index;
    for (const [position, option] of options.entries()) {
      option.setAttribute('aria-selected', String(position === index));
    }
    const option = options[index];
    if (option) {
      this.input?.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.input?.removeAttribute('aria-activedescendant');
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.list.hidden ? 0 : this.options().length;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && count === 0) void this.suggest().then(() => this.select(0));
    else if (event.key === 'ArrowDown') this.select(this.active + 1 < count ? this.active + 1 : -1);
    else if (event.key === 'ArrowUp' && count > 0) this.select(this.active < 0 ? count - 1 : this.active - 1);
    else if (event.key === 'Enter' && this.active >= 0) this.options()[this.active]?.click();
    else if (event.key === 'Escape' && count > 0) this.close();
    else return;
    event.preventDefault();
    // Escape closes the suggestions first; the dialog around them at the next press.
    event.stopPropagation();
  }
}
