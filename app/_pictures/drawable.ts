/**
 * The characters our two font files hold. Whatever else a title has, the drawing library would go and look for a font on
 * the internet: nothing of ours asks another site, so nothing else may reach it.
 */
const HELD =
  /[\u0020-\u007e\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u012b\u012e-\u0133\u0136-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164-\u0165\u0168-\u017e\u0218-\u021b\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032-\u2033\u2039-\u203a\u20ac\u2122\u2212]/u;

/** Spaces and hyphens that our fonts have not, and what stands for them without breaking where they do not. */
const STAND_INS: Readonly<Record<string, string>> = { '\u202f': '\u00a0', '\u2009': '\u00a0', '\u2011': '-' };

const held = (sign: string): string => {
  const own = STAND_INS[sign] ?? sign;
  if (HELD.test(own)) return own;
  // A letter without its accent is still the letter.
  const [base = ''] = own.normalize('NFD');
  return HELD.test(base) ? base : '';
};

/** A text as our fonts can draw it: what they have not is replaced by its like, or left out. */
export const drawable = (text: string): string =>
  Array.from(text.normalize('NFC'), held).join('').replaceAll(/ {2,}/g, ' ').trim();
