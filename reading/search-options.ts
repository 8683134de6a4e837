/** A suggestion as the server gives it: best first, those of one label together. */
export type Hit = {
  kind: string;
  label: string;
  title: string;
  /** Where it belongs. */
  place: string;
  excerpt: string;
  href: string;
  /** Its place among the results, from 1. */
  rank: number;
  /** The language of the title, where it is another one than the page's. */
  lang?: string;
};

/** A suggestion to choose, whatever it leads to. */
export type Option = {
  label: string;
  title: string;
  note?: string;
  /** The keys that do the same. */
  keys?: string;
  href: string;
  kind?: string;
  rank?: number;
  lang?: string;
};

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text: string,
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const optionOf = (option: Option, id: string): HTMLAnchorElement => {
  const link = document.createElement('a');
  link.id = id;
  link.href = option.href;
  link.tabIndex = -1;
  link.role = 'option';
  link.setAttribute('aria-selected', 'false');
  if (option.kind && option.rank) Object.assign(link.dataset, { kind: option.kind, rank: String(option.rank) });
  const title = element('b', '', option.title);
  if (option.lang) title.lang = option.lang;
  link.append(title);
  if (option.note) link.append(element('small', '', option.note));
  if (option.keys) link.append(element('kbd', 'key', option.keys));
  return link;
};

/** The options as a list box holds them: under a label for each group; those without a label stand by themselves. */
export const drawOptions = (options: readonly Option[], idPrefix: string): HTMLElement[] => {
  const drawn: HTMLElement[] = [];
  let group: HTMLElement | undefined;
  for (const [index, option] of options.entries()) {
    const link = optionOf(option, `${idPrefix}-${index}`);
    if (option.label === '') {
      link.className = 'search-all';
      drawn.push(link);
      continue;
    }
    if (group?.getAttribute('aria-label') !== option.label) {
      group = document.createElement('div');
      group.role = 'group';
      group.setAttribute('aria-label', option.label);
      const label = element('span', 'search-kind', option.label);
      label.ariaHidden = 'true';
      group.append(label);
      drawn.push(group);
    }
    group.append(link);
  }
  return drawn;
};

/** Only addresses of this site, so that an answer can never become a link that runs something. */
const isLocal = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');

/** What was suggested, as options. */
export const hitOptions = (hits: readonly Hit[]): Option[] =>
  hits
    .filter(({ href }) => isLocal(href))
    .map(({ kind, label, title, place, excerpt, href, rank, lang = '' }) => ({
      label,
      title,
      note: place || excerpt,
      href,
      kind,
      rank,
      lang,
    }));
