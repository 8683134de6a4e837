import { afterHydration } from './after-hydration';
import { announce } from './live-region';
import { pageActions } from './page-actions';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches';
import { openedBy, type Searched, tellSearch } from './search-log';
import { drawOptions, type Hit, hitOptions, type Option } from './search-options';

const SHORTEST = 2;
/** Long enough to skip letters that are typed in one go, too short to be felt. */
const PAUSE_MS = 30;
/** Words that stood for so long were meant, even if nothing was opened. */
const SETTLED_MS = 1500;

let boxes = 0;

/**
 * `<search-box>`: suggestions under the search field while typing, as a combobox with a list box (WAI-ARIA); the last
 * searches of this device while it is empty. Without suggestions, or without us, the form sends its words to the
 * results page.
 */
export class SearchBox extends HTMLElement {
  private input: HTMLInputElement | null = null;
  private panel = document.createElement('div');
  private list = document.createElement('div');
  private forget = document.createElement('button');
  private active = -1;
  private timer = 0;
  private request: AbortController | undefined;
  private readonly answers = new Map<string, readonly Hit[]>();
  private shown: (Searched & { since: number }) | undefined;

  connectedCallback(): void {
    // The palette's copy is ours alone: React never takes it over, and would be waited for in vain.
    if (this.dataset.surface === 'palette') this.enhance();
    else afterHydration(this, () => this.enhance());
  }

  private enhance(): void {
    this.input = this.querySelector('input[type="search"]');
    if (!this.input) return;
    boxes += 1;
    this.list = document.createElement('div');
    this.list.id = `search-hits-${boxes}`;
    this.list.role = 'listbox';
    const label = this.input.getAttribute('aria-label') ?? this.input.labels?.[0]?.textContent;
    if (label) this.list.setAttribute('aria-label', label);
    this.forget = document.createElement('button');
    this.forget.type = 'button';
    this.forget.textContent = this.dataset.forgetLabel ?? '';
    this.panel = document.createElement('div');
    this.panel.className = 'search-hits';
    this.panel.hidden = true;
    this.panel.append(this.list, this.forget);
    this.describe(this.input);
    this.listen(this.input);
  }

  private describe(input: HTMLInputElement): void {
    input.role = 'combobox';
    input.autocomplete = 'off';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
  }

  private listen(input: HTMLInputElement): void {
    input.addEventListener('input', () => this.later());
    input.addEventListener('focus', () => this.later());
    input.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('submit', () => this.settle());
    this.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
      this.close();
      this.leave();
    });
    addEventListener('pagehide', () => this.leave());
    // A press on a suggestion must not take the focus away before the click arrives.
    this.panel.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.onChoice(event));
    this.forget.addEventListener('click', () => {
      forgetSearches();
      this.close();
      input.focus();
    });
  }

  private get words(): string {
    return this.input?.value.trim() ?? '';
  }

  private options(): HTMLAnchorElement[] {
    return [...this.list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.suggest(), PAUSE_MS);
  }

  private async suggest(): Promise<void> {
    const { words } = this;
    this.request?.abort();
    if (words === '') this.showRecent();
    else if (words.length < SHORTEST) this.close();
    else await this.showHits(words);
  }

  private async showHits(words: string): Promise<void> {
    try {
      const hits = this.answers.get(words) ?? (await this.ask(words));
      if (document.activeElement !== this.input || words !== this.words) return;
      const options = hitOptions(hits);
      if (this.shown?.words !== words) this.shown = { words, results: options.length, since: performance.now() };
      const actions = pageActions(words);
      this.show([...actions, ...options, ...this.allResults(words, options.length)]);
      announce(this.countLabel(actions.length + options.length));
    } catch (error) {
      // Overtaken by the next letter: what is shown stays, and with it what was chosen.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      // The server is away: the form still works.
      if (words === this.words) this.close();
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

  private resultsPage(words: string): string {
    return `${this.querySelector('form')?.getAttribute('action') ?? ''}?${new URLSearchParams({ q: words })}`;
  }

  private allResults(words: string, count: number): Option[] {
    const label = this.dataset.allLabel;
    return label && count > 0 ? [{ label: '', title: label.replace('#', words), href: this.resultsPage(words) }] : [];
  }

  private showRecent(): void {
    const label = this.dataset.recentLabel;
    const recent = label && document.activeElement === this.input ? recentSearches() : [];
    this.show([
      ...recent.map((words) => ({ label: label ?? '', title: words, href: this.resultsPage(words) })),
      ...pageActions(''),
    ]);
    this.forget.hidden = recent.length === 0;
    if (recent.length > 0) announce(label ?? '');
  }

  /** An answer that comes late must not take away what the arrows have led to. */
  private show(options: readonly Option[]): void {
    const chosen = this.options()[this.active]?.href;
    this.list.replaceChildren(...drawOptions(options, this.list.id));
    this.forget.hidden = true;
    if (!this.panel.isConnected) this.append(this.panel);
    this.select(this.options().findIndex((option) => option.href === chosen));
    this.panel.hidden = options.length === 0;
    this.input?.setAttribute('aria-expanded', String(options.length > 0));
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
    this.panel.hidden = true;
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

  /** The words were sent: the results page tells of them itself. */
  private settle(): void {
    if (this.words) rememberSearch(this.words);
    this.shown = undefined;
  }

  /** Words that stood and are now left are told, once. */
  private leave(): void {
    const { shown } = this;
    this.shown = undefined;
    if (!shown || shown.words !== this.words || performance.now() - shown.since < SETTLED_MS) return;
    tellSearch({ words: shown.words, results: shown.results, surface: this.dataset.surface ?? 'suggestion' });
  }

  private onChoice(event: Event): void {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link) return;
    // What the page does is no search that was answered.
    if (!link.dataset.rank && !link.classList.contains('search-all') && this.words) return;
    const { shown } = this;
    this.settle();
    if (!shown || !link.dataset.rank) return;
    const { words, results } = shown;
    tellSearch({ words, results, surface: this.dataset.surface ?? 'suggestion', hit: openedBy(link) });
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.panel.hidden ? 0 : this.options().length;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && count === 0) void this.suggest().then(() => this.selectFirst());
    else if (event.key === 'ArrowDown') this.select(this.active + 1 < count ? this.active + 1 : -1);
    else if (event.key === 'ArrowUp' && count > 0) this.select(this.active < 0 ? count - 1 : this.active - 1);
    // In the field itself the two keys move the cursor.
    else if (event.key === 'Home' && this.active >= 0) this.select(0);
    else if (event.key === 'End' && this.active >= 0) this.select(count - 1);
    else if (event.key === 'Enter' && count > 0 && this.meant()) this.meant()?.click();
    // What the palette offers unasked is not worth a press of its own.
    else if (event.key === 'Escape' && count > 0 && (this.words || this.dataset.surface !== 'palette')) this.close();
    else return;
    event.preventDefault();
    // Escape closes the suggestions first; the dialog around them at the next press.
    event.stopPropagation();
  }

  /** What the arrows have led to, or the one request whose number was typed: it needs no page of results. */
  private meant(): HTMLAnchorElement | undefined {
    const number = /^#?(\d+)$/.exec(this.words)?.[1];
    const isNumbered = ({ dataset, pathname }: HTMLAnchorElement) =>
      dataset.kind === 'request' && pathname.endsWith(`/${number}`);
    return this.options()[this.active] ?? (number ? this.options().find(isNumbered) : undefined);
  }

  private selectFirst(): void {
    if (!this.panel.hidden && this.active < 0) this.select(this.options().length > 0 ? 0 : -1);
  }
}
