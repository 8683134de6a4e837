/** Why an act is refused; each door (tRPC, forms, REST, mail) maps these codes once. */
export const REFUSAL_CODES = ['forbidden', 'not-found', 'conflict', 'invalid', 'too-many', 'blocked'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A sentence as key and data, to be said in the reader's language at the door. */
export type Phrase = { key: string; data?: Record<string, string | number> };

/**
 * The one expected error: somebody asked for what they may not or cannot have. Everything else that is thrown is a bug.
 * `fields` maps the path of an input field to what is wrong with it, so that forms say it beside the field.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly messageKey: string,
    readonly data: Record<string, string | number> = {},
    readonly fields: Record<string, Phrase> = {},
  ) {
    super(`${code}: ${messageKey}`);
  }
}

/** The refusal for rows that do not exist or that the actor may not see: the two are told apart by nobody. */
export const notFound = (what: string): Refusal => new Refusal('not-found', `errors.notFound.${what}`);

/** A refusal that concerns one field of the input. */
export const invalidField = (field: string, key: string, data: Record<string, string | number> = {}): Refusal =>
  new Refusal('invalid', 'errors.invalid', {}, { [field]: { key, data } });
