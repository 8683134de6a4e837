/** Plain letters for an address: accents folded, everything else a hyphen. */
export const hyphenated = (text: string): string =>
  text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Names the headings of one page: each call gives the anchor of a heading, a repeated heading gets a number. */
export const anchorNames = (): ((heading: string) => string) => {
  const taken = new Set<string>();
  return (heading) => {
    const base = hyphenated(heading) || 'section';
    let anchor = base;
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${base}-${count}`;
    taken.add(anchor);
    return anchor;
  };
};
