import type { Locale } from '../people/locale';

/**
 * Words too common to find anything by, and those by which one asks rather than says what one asks about; folded as
 * `wordsOf` folds.
 */
const STOP_WORDS: Record<Locale, ReadonlySet<string>> = {
  fr: new Set(
    `a ai ainsi alors apres as au aucun aucune aussi autre autres aux avait avec avoir avons avez ayant bien bon bonjour
    c ca car ce ceci cela celle celui ces cet cette ceux chaque chez comme comment cordialement d dans de des desormais
    deux dire dit doit doivent dois donc du elle elles en encore entre es est et etait etes etre eu eux fait faire fais
    faudrait faut fois font il ils j jai je jamais jusqu l la le les leur leurs lors lui m ma mais madame me meme merci
    mes moi moins moment mon monsieur n ne ni non nos notre nous on ont ou par parce pas peut peuvent peux plus plutot
    possible pour pourquoi pourrais pourriez pouvez pouvoir pouvons pu puis qu quand que quel quelle quelles quels qui
    quoi rien s sa sais sait sans savoir se sera serait ses si sinon soit son sont sous souhaite souhaiterais suis sur
    svp t ta te tes toi ton toujours tous tout toute toutes tres trop tu un une va vais vers veut veux voila voir vont
    vos votre voudrais voulez voulons vous vraiment vu y arrive arrivons arriver besoin chose choses quelque quelques
    quelqu ici cas trouve trouver trouver hier aujourd hui deja juste cherche comprends`.split(/\s+/),
  ),
  en: new Set(
    `a about actually after again all already also always am an and any anyone anything are as at be because been before
    being but by can cannot can't could d did didn do does doesn doing don done dear either else ever every find for from
    get getting go going got had has have having he hello help her here hers hi him his how i if in into is isn it its
    just kind know let like ll look looking m make me might mine more most much must my need never no not nothing now of
    off on once one only or other our ours out over own please possible re really regards s say see seem seems shall she
    should so some somebody someone something still such sure t than thank thanks that the their them then there these
    they thing things this those through to too tried try trying understand until up us use ve very want wants was wasn
    way we were what when where which while who why will with without won wonder would you your yours`.split(/\s+/),
  ),
};

/** A word of a text, folded for comparison, and where it stands in it. */
export type Word = { folded: string; start: number; end: number };

/** Lower case without accents, ligatures opened: what a hurried reader types. */
export const fold = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : withoutMarks(text));

const PLAIN = /^[\x20-\x7e]*$/;

const withoutMarks = (text: string): string =>
  text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');

/** Longer runs of letters are no words, but addresses and codes that nobody types in full. */
const LONGEST = 40;

/** Cuts a text into words (letters and figures; an apostrophe ends one), each folded, with its place in the text. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push({ folded: fold(word).slice(0, LONGEST), start, end: start + word.length });
  }
  return words;
};

/** Whether a folded word tells nothing of what a text is about. */
export const isStopWord = (folded: string, locale: Locale): boolean =>
  STOP_WORDS[locale].has(folded) || (folded.length === 1 && folded >= 'a');
