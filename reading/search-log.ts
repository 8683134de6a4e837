/** What was searched, and how many results were shown for it. */
export type Searched = { words: string; results: number };

/** The result that was opened; `rank` is its place among the results, from 1. */
export type Opened = { kind: string; href: string; rank: number };

type Told = Searched & { surface: string; query?: string | undefined; hit?: Opened | undefined };

/** Tells the server of a search without waiting for it, also while the page goes away. Nothing depends on it. */
export const tellSearch = (told: Told): void => {
  const body = JSON.stringify({ locale: document.documentElement.lang, ...told });
  navigator.sendBeacon?.('/api/search/log', new Blob([body], { type: 'application/json' }));
};

/** The opened result of a link that carries its kind and rank. */
export const openedBy = (link: HTMLAnchorElement): Opened => ({
  kind: link.dataset.kind ?? '',
  href: link.getAttribute('href') ?? '',
  rank: Number(link.dataset.rank),
});

/** Clicks on the page of results: `[data-query][data-words][data-results]` around `a[data-rank][data-kind]`. */
export const tellClicks = (): void => {
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>('[data-query] a[data-rank]');
    const list = link?.closest<HTMLElement>('[data-query]');
    if (!link || !list || event.button > 1) return;
    const { query, words = '', results } = list.dataset;
    tellSearch({ surface: 'page', query, words, results: Number(results), hit: openedBy(link) });
  };
  addEventListener('click', onClick);
  addEventListener('auxclick', onClick);
};
