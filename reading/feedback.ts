import { announce } from './live-region';
import { whenNear } from './near';

type Vote = { verdict: string; reason: string | null; words: string | null };
type Hit = { title: string; href: string };

const JSON_WANTED = { accept: 'application/json' };

const linkTo = ({ title, href }: Hit): HTMLLIElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  item.append(link);
  return item;
};

/**
 * `<article-feedback>` around the forms under an article: a vote is sent in place and its answer shown as the address
 * `#feedback-no` shows it without us; what the reader said earlier is asked for when the forms come near.
 */
export class ArticleFeedback extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.action.endsWith('/api/feedback')) return;
      event.preventDefault();
      void this.send(form, event.submitter);
    });
    whenNear(this, () => void this.recall());
  }

  private async send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const data = new FormData(form, submitter);
    const body = new URLSearchParams(data as unknown as Record<string, string>);
    const problem = form.querySelector('[data-problem]');
    if (problem) problem.textContent = '';
    try {
      const response = await fetch(form.action, { method: 'POST', body, headers: JSON_WANTED });
      const { message } = (await response.json()) as { message?: string };
      if (!response.ok) {
        if (problem) problem.textContent = message ?? '';
        return;
      }
      const verdict = String(data.get('verdict'));
      this.mark(verdict);
      this.show(data.has('words') ? 'told' : verdict);
      if (verdict === 'no') void this.suggest(String(data.get('locale')));
    } catch {
      this.show('failed');
    }
  }

  /** The page's own address shows the answer, so that it stays shown when one comes back. */
  private show(name: string): void {
    const answer = this.querySelector<HTMLElement>(`#feedback-${name}`);
    location.replace(`#feedback-${name}`);
    answer?.focus({ preventScroll: true });
    announce(answer?.firstElementChild?.textContent ?? '');
  }

  private mark(verdict: string): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[name=verdict]')) {
      button.setAttribute('aria-pressed', String(button.value === verdict));
    }
  }

  private async recall(): Promise<void> {
    const fields = new FormData(this.querySelector('form') ?? undefined);
    const query = new URLSearchParams(fields as unknown as Record<string, string>);
    const response = await fetch(`/api/feedback?${query}`, { headers: JSON_WANTED }).catch(() => null);
    const vote = response?.ok ? ((await response.json()) as Vote | null) : null;
    if (!vote) return;
    this.mark(vote.verdict);
    for (const own of this.querySelectorAll<HTMLElement>('[data-own]')) own.hidden = false;
    for (const area of this.querySelectorAll('textarea')) area.value ||= vote.words ?? '';
    for (const choice of this.querySelectorAll<HTMLInputElement>('input[name=reason]')) {
      choice.checked ||= choice.value === vote.reason;
    }
  }

  /** Other articles on the same words take the place of those that stand in the page for everybody. */
  private async suggest(locale: string): Promise<void> {
    const list = this.querySelector<HTMLElement>('[data-suggestions]');
    const q = list?.dataset.query ?? '';
    const query = new URLSearchParams({ locale, q });
    const response = await fetch(`/api/search?${query}`, { headers: JSON_WANTED }).catch(() => null);
    if (!list || !response?.ok) return;
    const { hits } = (await response.json()) as { hits: readonly Hit[] };
    const known = new Set([...list.querySelectorAll('a')].map((link) => link.pathname).concat(location.pathname));
    // Only addresses of this site, so that an answer can never become a link that runs something.
    const fresh = hits.filter(({ href }) => /^\/[^/]/.test(href) && !known.has(href.split('#')[0] ?? ''));
    list.prepend(...fresh.slice(0, 3).map(linkTo));
    list.removeAttribute('data-suggestions');
  }
}
