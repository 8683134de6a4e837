import type { FieldKind } from '../forms/fields';
import type { FieldValue } from '../forms/values';
import { IDEA_LIMITS, type IdeaRhythm, isIdeaRhythm } from './states';

/** What an idea says, in its author's words. */
export type IdeaWords = {
  title: string;
  /** What is needed. */
  need: string;
  /** What for. */
  why: string;
  /** In which situation, and how one manages today. */
  situation: string;
  rhythm: IdeaRhythm | null;
};

/** Fields of a form whose keys say which part of an idea they are, whatever administrators call them. */
const PARTS = { why: 'why', situation: 'situation', today: 'situation' } as const;
const RHYTHM = 'rhythm';

type AskedField = { key: string; kind: FieldKind };

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');

const cut = (text: string): string => text.slice(0, IDEA_LIMITS.text);

/**
 * What a request says, as an idea: its subject, its description, and those of its fields that an idea has as well (`why`,
 * `situation`, `today`, `rhythm`). The rest stays with the request, which the product team reads behind it.
 */
export const ideaOfRequest = (
  { subject, description }: { subject: string; description: string },
  fields: readonly AskedField[],
  values: Readonly<Record<string, FieldValue>>,
): IdeaWords => {
  const words: IdeaWords = {
    title: subject.slice(0, IDEA_LIMITS.title),
    need: cut(description),
    why: '',
    situation: '',
    rhythm: null,
  };
  for (const { key } of fields) {
    const said = values[key];
    if (key === RHYTHM && isIdeaRhythm(said)) words.rhythm = said;
    if (!(key in PARTS)) continue;
    const part = PARTS[key as keyof typeof PARTS];
    words[part] = cut([words[part], textOf(said)].filter(Boolean).join('\n\n'));
  }
  return words;
};
