/** What a canned reply can say of the request it answers, by the name it stands under in braces. */
export const REPLY_VARIABLES = {
  prenom: 'firstName',
  nom: 'name',
  organisation: 'organisation',
  numero: 'number',
  sujet: 'subject',
  agent: 'agent',
  pole: 'team',
} as const;
export type ReplyVariable = keyof typeof REPLY_VARIABLES;
export type ReplyFacts = Record<(typeof REPLY_VARIABLES)[ReplyVariable], string>;

/** Lengths in characters, told beside the fields. */
export const REPLY_LIMITS = { title: 80, body: 10_000, tags: 200 } as const;

const BRACES = /\{\s*([^{}]{1,40}?)\s*\}/g;

const nameOf = (written: string): ReplyVariable | null => {
  const plain = written.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (Object.keys(REPLY_VARIABLES) as ReplyVariable[]).find((name) => name === plain) ?? null;
};

/** The names in braces that mean nothing, each once, as they are written. */
export const unknownVariables = (body: string): string[] => [
  ...new Set([...body.matchAll(BRACES)].flatMap(([, name]) => (name && nameOf(name) === null ? [name] : []))),
];

/** The words of a canned reply for one request: each name in braces gives way to what it stands for. */
export const filledIn = (body: string, facts: ReplyFacts): string =>
  body.replace(BRACES, (whole, written: string) => {
    const name = nameOf(written);
    return name === null ? whole : facts[REPLY_VARIABLES[name]];
  });

/** The first word of a name: what people are greeted by. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
