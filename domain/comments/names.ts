/** How a person's name stands in public: `Camille R.`, or as it is. */
export const PUBLIC_NAMES = ['short', 'full'] as const;
export type PublicName = (typeof PUBLIC_NAMES)[number];

const initialOf = (word: string): string => `${(Array.from(word)[0] ?? '').toUpperCase()}.`;

/** The name under a comment. The company's own people stand with their whole name; it is their work. */
export const publicNameOf = (name: string, style: PublicName, staff: boolean): string => {
  if (staff || style === 'full') return name.trim();
  const [first = '', ...others] = name.trim().split(/\s+/);
  const last = others.at(-1);
  return last ? `${first}\u00a0${initialOf(last)}` : first;
};
