import { z } from 'zod';
import { database, type Reader, type Tx } from '@/db/client';
import { activeForms } from '@/db/forms/queries';
import { listLevels } from '@/db/sla/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField, type Phrase, Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { claims } from './claims';
import { copyFields } from './copies';
import { criticalityFaults, criticalityFields } from './criticality';
import { answersField, formValues } from './form-values';
import type { CheckedRequest } from './opening';
import { urgencyFields, urgencyOf } from './urgency';

/** The form of a request, whoever sends it. */
export const requestFields = {
  typeKey: z.string().min(1, 'errors.choice'),
  subject: z.string().trim().min(TICKET_LIMITS.subject.min).max(TICKET_LIMITS.subject.max),
  description: z.string().trim().min(TICKET_LIMITS.body.min).max(TICKET_LIMITS.body.max),
  pageUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'errors.url' })]).optional(),
  /** Whom to ask, where that is not the requester. */
  contact: z.string().trim().max(200).optional(),
  /** The article its writer came from; one they may not see, or that is gone, is left out. */
  articleKey: z.string().max(120).optional(),
  files: claims,
  /** What the type's own form asks for, by the keys of its fields. */
  answers: answersField,
  idempotencyKey: z.uuid().optional(),
  ...copyFields,
  ...criticalityFields,
  ...urgencyFields,
};
type Said = z.output<z.ZodObject<typeof requestFields>>;

/** What is held against the form of a type. */
const formPart = z.object({
  typeKey: requestFields.typeKey,
  answers: answersField,
  files: claims,
  ...criticalityFields,
  ...urgencyFields,
});

const held = async (db: Reader, said: z.output<typeof formPart>) => {
  const form = (await activeForms(db)).find(({ type }) => type.key === said.typeKey);
  if (!form) return null;
  const { values, faults } = formValues(form.fields, said);
  if (!form.type.asksCriticality) return { ...form, values, urgency: null, faults };
  const levels = (await listLevels(db)).filter((level) => level.active);
  const urgent = urgencyOf(levels, said);
  return {
    ...form,
    values,
    urgency: urgent.urgency,
    faults: { ...faults, ...criticalityFaults(said), ...urgent.faults },
  };
};

/** What is wrong with a request by the form of its type, to be told together with what is wrong with any request. */
export const requestFaults = async (_actor: Actor, raw: unknown): Promise<Record<string, Phrase>> => {
  const said = formPart.safeParse(raw);
  // What is not even of the right kind is told by the input itself.
  return said.success ? ((await held(database(), said.data))?.faults ?? {}) : {};
};

/** Holds a request against the form of its type: what its fields say, and all that is wrong with it, told together. */
export const checkedRequest = async (tx: Tx, said: Said): Promise<CheckedRequest> => {
  const form = await held(tx, said);
  if (!form) throw invalidField('typeKey', 'errors.choice');
  const { type, fields, teamId, values, urgency, faults } = form;
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'errors.invalid', {}, faults);
  return { type, fields, teamId, values, urgency, input: said };
};
