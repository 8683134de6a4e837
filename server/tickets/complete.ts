import { z } from 'zod';
import { formOf } from '@/db/forms/queries';
import { listLevels } from '@/db/sla/queries';
import { setUrgency } from '@/db/tickets/first-words';
import { appendTicketEvent, type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { setSubjectAndType } from '@/db/tickets/refiling';
import { decidesOn } from '@/domain/access/copies';
import { type FieldChange, readCorrections } from '@/domain/forms/correcting';
import { inLocale } from '@/domain/people/localised';
import { type Phrase, Refusal } from '@/domain/refusal';
import { DESCRIPTION_KEY } from '@/domain/tickets/completeness';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import { claims } from './claims';
import { openingOf } from './completing';
import { criticalityFaults, criticalityFields, gradedFact } from './criticality';
import { answersField, valuesBody } from './form-values';
import { addMessage } from './message';
import { missingOf } from './missing-parts';
import { moveTicket, partyOf } from './progress';
import { tellTheOtherSide } from './tell-reply';
import { tellUrgency } from './tell-urgency';
import { urgencyFields, urgencyOf } from './urgency';
import { keptValues, type Values, writeChanges } from './write-values';

const input = z.object({
  number: z.coerce.number().int().positive(),
  /** A more telling subject, where the one it has says nothing. */
  subject: z.string().trim().max(TICKET_LIMITS.subject.max).default(''),
  /** What else there is to say: a description, where that is missing. */
  body: z.string().trim().max(TICKET_LIMITS.reply.max).default(''),
  /** What the missing fields are to say, by their keys. */
  answers: answersField,
  files: claims,
  idempotencyKey: z.uuid().optional(),
  ...criticalityFields,
  ...urgencyFields,
});
type Context = ActionContext<z.output<typeof input>>;
type Form = Awaited<ReturnType<typeof formOf>>;

const saysSomething = (raw: string | readonly string[]): boolean =>
  typeof raw === 'string' ? raw.trim() !== '' : raw.length > 0;

/** Whether nothing at all was filled in; what stands there already was, all the same: somebody has sent their form twice. */
const isEmpty = ({ subject, body, answers, files, blocked, wayRound, reach }: Context['input']): boolean =>
  files.length === 0 &&
  ![subject, body, blocked ?? '', wayRound ?? '', reach ?? '', ...Object.values(answers)].some(saysSomething);

/** Which of the parts that every form has are missing. */
const lackedParts = async ({ tx }: Context, ticket: Ticket, form: Form, kept: Values) => {
  const missing = missingOf(form, ticket, { answered: Object.keys(kept), opening: await openingOf(tx, ticket) });
  const lacks = (kind: (typeof missing)[number]['kind']) => missing.some((part) => part.kind === kind);
  return { subject: lacks('subject'), description: lacks('description') };
};

/** What is wrong with a new subject: that it says too little, or that somebody has put a telling one there since. */
const subjectFault = (given: string, { subject }: Ticket, isLacked: boolean): Phrase | null => {
  const { min } = TICKET_LIMITS.subject;
  if (given === '' || given === subject) return null;
  if (given.length < min) return { key: 'errors.tooSmall.string', data: { minimum: min } };
  return isLacked ? null : { key: 'errors.answerChangedMeanwhile' };
};

/** What is given, checked: changes of the fields, and the facts where the matter turns out to be of the highest level. */
const checked = async (context: Context, ticket: Ticket, form: Form, kept: Values) => {
  const { tx, input: given } = context;
  const lacks = await lackedParts(context, ticket, form, kept);
  const { changes, faults: unreadable, meanwhile } = readCorrections(form.fields, kept, { ...given, seen: {} });
  const asksGrade = form.type.asksCriticality && ticket.criticality === null;
  const levels = asksGrade ? (await listLevels(tx)).filter((level) => level.active) : [];
  const urgent = urgencyOf(levels, given);
  const sent = new Set(given.files.map(({ id }) => id));
  const isFile = ({ key }: FieldChange) => form.fields.find((field) => field.key === key)?.kind === 'file';
  const gone = changes.filter((one) => isFile(one) && [one.after].flat().some((id) => !sent.has(String(id))));
  const beside: Record<string, Phrase> = {
    ...unreadable,
    ...Object.fromEntries(gone.map(({ key }) => [key, { key: 'errors.fileGone' }])),
    ...Object.fromEntries(meanwhile.map((key) => [key, { key: 'errors.answerChangedMeanwhile' }])),
  };
  const wrongSubject = subjectFault(given.subject, ticket, lacks.subject);
  const faults: Record<string, Phrase> = {
    ...(wrongSubject ? { subject: wrongSubject } : {}),
    ...Object.fromEntries(Object.entries(beside).map(([key, phrase]) => [`answers.${key}`, phrase])),
    ...(asksGrade ? { ...criticalityFaults(given), ...urgent.faults } : {}),
  };
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'errors.invalid', {}, faults);
  return { changes, asksGrade, urgency: urgent.urgency, lacks };
};

/** The answer in words: the new subject, each field under its label, and what was written besides. */
const wordsOf = ({ input: given }: Context, ticket: Ticket, form: Form, changes: readonly FieldChange[]): string => {
  const values = Object.fromEntries(changes.flatMap(({ key, after }) => (after === null ? [] : [[key, after]])));
  const files = form.fields.filter(({ kind, key }) => kind === 'file' && values[key] !== undefined);
  return [
    given.subject,
    valuesBody(form.fields, values, ticket.locale).text,
    ...files.map(({ label }) => inLocale(label, ticket.locale)),
    given.body,
  ]
    .filter(Boolean)
    .join('\n\n');
};

const inWords = (context: Context, body: string): Context => ({ ...context, input: { ...context.input, body } });

/**
 * Gives what a request still lacks of what its form expects, each in its place: fields, a telling subject, a description,
 * the three questions of criticality. It is an answer in the conversation, too, which sets a request going again that waits
 * for its customer; once nothing is missing the request is complete, and its deadlines run. For the requester and managers
 * of the organisation (`forbidden` for others). Refuses what cannot be kept, and what somebody has filled in since, beside its
 * field (`invalid`), an empty form (`invalid`), and closed requests (`conflict`). A repeated post is taken once.
 */
export const complete = action({
  permission: 'tickets.complete',
  limits: [{ max: 30, seconds: 600 }],
  input,
  async run(context) {
    const { tx, actor, input: given, now, outbox, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, given.number);
    if (actor.kind !== 'user' || partyOf(actor) !== 'requester' || !decidesOn(actor, ticket)) {
      throw new Refusal('forbidden', 'errors.forbidden');
    }
    const rule = STATUS_RULES[ticket.status].onCustomerReply;
    if (rule === 'refused') throw new Refusal('conflict', 'errors.ticketClosed');
    const form = await formOf(tx, ticket.typeKey);
    const kept = await keptValues(tx, ticket);
    if (isEmpty(given)) throw new Refusal('invalid', 'errors.fillOne');
    const { changes, asksGrade, urgency, lacks } = await checked(context, ticket, form, kept);
    const words = wordsOf(context, ticket, form, changes);
    const by = { at: now.getTime(), actorId: actor.id };
    const graded = asksGrade ? await gradedFact(tx, given, by) : null;
    audit({ type: 'ticket', id: ticket.id }, { fields: changes.length });
    const speaks = words !== '' || given.files.length > 0;
    const written = speaks ? await addMessage(inWords(context, words), ticket, 'public') : null;
    // Sent again it changes nothing: all of it stands there, or its message was taken.
    if (speaks ? !written : !graded) return { number: ticket.number, complete: ticket.complete };
    const known: Ticket = { ...ticket, subject: given.subject || ticket.subject };
    if (known.subject !== ticket.subject) {
      const subject = { before: ticket.subject, after: known.subject };
      await appendTicketEvent(tx, ticket.id, { ...by, kind: 'refiled', data: { subject } });
      await setSubjectAndType(tx, ticket.id, known);
    }
    if (urgency) await setUrgency(tx, ticket.id, urgency);
    const values = await writeChanges(tx, ticket, form, { kept, changes });
    const isDescribed = lacks.description && given.body !== '';
    const added = isDescribed ? [...changes, { key: DESCRIPTION_KEY, before: null, after: given.body }] : changes;
    if (added.length > 0)
      await appendTicketEvent(tx, ticket.id, { ...by, kind: 'corrected', data: { changes: added } });
    if (graded) await appendTicketEvent(tx, ticket.id, graded);
    const criticality = graded?.kind === 'graded' ? graded.data.level : ticket.criticality;
    const opening = await openingOf(tx, ticket);
    const said = { answered: Object.keys(values), opening };
    const missing = missingOf(form, { subject: known.subject, criticality }, said);
    const isWhole = missing.length === 0 || urgency !== null;
    if (isWhole && !ticket.complete) {
      await appendTicketEvent(tx, ticket.id, { ...by, kind: 'marked', data: { mark: 'complete', on: true } });
    }
    if (rule) await moveTicket(context, ticket, rule, {}, 'silently');
    await recomputeTicket(tx, ticket.id);
    if (written) await tellTheOtherSide(context, known, written);
    if (urgency) await tellUrgency(context, known, ticket.teamId, urgency);
    await outbox.index('request', String(ticket.number));
    return { number: ticket.number, complete: isWhole || ticket.complete };
  },
});
