import { z } from 'zod';
import { activeForms } from '@/db/forms/queries';
import { findOrCreateRequester } from '@/db/people/queries';
import { noteDeviceRequest } from '@/db/search/readings';
import {
  appendTicketEvent,
  claimAttachments,
  insertMessage,
  insertTicket,
  ticketByIdempotencyKey,
} from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { insertValues } from '@/db/tickets/values';
import { invalidField, Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { action } from '../kernel/action';
import { bodyFromText } from '../kernel/bodies';
import { originOf } from './article';
import { claims, hashClaims } from './claims';
import { addCopies, copyFields } from './copies';
import { criticalityFaults, criticalityFields, gradedFact } from './criticality';
import { answersField, firstLink, formValues, valuesBody } from './form-values';
import { threadOf } from './progress';
import { requesterOf, visitorFaults, visitorFields } from './requester';

/**
 * Opens a request. Visitors give a name and an address; signed-in people write as themselves. A repeated post with the
 * same key answers the request that the first one opened.
 */
export const open = action({
  permission: 'tickets.open',
  limits: [
    { max: 10, seconds: 600 },
    { max: 40, seconds: 86_400 },
  ],
  input: z.object({
    typeKey: z.string().min(1, 'errors.choice'),
    subject: z.string().trim().min(TICKET_LIMITS.subject.min).max(TICKET_LIMITS.subject.max),
    description: z.string().trim().min(TICKET_LIMITS.body.min).max(TICKET_LIMITS.body.max),
    pageUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'errors.url' })]).optional(),
    /** The article its writer came from; one they may not see, or that is gone, is left out. */
    articleKey: z.string().max(120).optional(),
    files: claims,
    /** What the type's own form asks for, by the keys of its fields. */
    answers: answersField,
    idempotencyKey: z.uuid().optional(),
    ...copyFields,
    ...criticalityFields,
    ...visitorFields,
  }),
  faults: visitorFaults,
  async run({ tx, actor, input, call, now, outbox, audit }) {
    const form = (await activeForms(tx)).find(({ type }) => type.key === input.typeKey);
    if (!form) throw invalidField('typeKey', 'errors.choice');
    const { type, fields } = form;
    const { values, faults: valueFaults } = formValues(fields, input);
    const faults = { ...valueFaults, ...(type.asksCriticality ? criticalityFaults(input) : {}) };
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'errors.invalid', {}, faults);
    const requester = await requesterOf(actor, input, (visitor) =>
      findOrCreateRequester(tx, { ...visitor, locale: call.locale, now }),
    );
    const ticket = await insertTicket(tx, {
      typeKey: input.typeKey,
      subject: input.subject,
      pageUrl: input.pageUrl || firstLink(fields, values),
      ...originOf(actor, call.locale, input.articleKey),
      requesterId: requester.id,
      organisationId: requester.organisationId,
      locale: call.locale,
      idempotencyKey: input.idempotencyKey ?? null,
      createdAt: now,
      lastActivityAt: now,
    });
    if (!ticket) {
      const earlier = input.idempotencyKey && (await ticketByIdempotencyKey(tx, requester.id, input.idempotencyKey));
      if (!earlier) throw new Error('a request was refused by a unique index that is not its idempotency key');
      return { number: earlier.number };
    }
    // A visitor only says who they are: they speak for no organisation.
    if (actor.kind === 'user') await addCopies({ tx, actor, now, outbox }, ticket, input);
    const body = bodyFromText(input.description);
    const said = valuesBody(fields, values, call.locale);
    // What stands in the form's fields is found and mailed with the message, and shown field by field.
    const text = [body.text, said.text].filter(Boolean).join('\n\n');
    const messageId = await insertMessage(tx, {
      ticketId: ticket.id,
      authorId: requester.id,
      visibility: 'public',
      bodyHtml: body.html,
      bodyText: text,
      createdAt: now,
    });
    if (!messageId) throw new Error('the first message of a request cannot be a repetition');
    if ((await claimAttachments(tx, messageId, hashClaims(input.files))) < input.files.length) {
      throw invalidField('files', 'errors.fileGone');
    }
    await insertValues(tx, ticket.id, fields, values);
    await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: requester.id, kind: 'opened', data: {} });
    const graded = type.asksCriticality && (await gradedFact(tx, input, { at: now.getTime(), actorId: requester.id }));
    if (graded) await appendTicketEvent(tx, ticket.id, graded);
    await recomputeTicket(tx, ticket.id);
    if (call.device) await noteDeviceRequest(tx, call.device, now);
    await outbox.mail({
      template: 'tickets.received',
      to: requester,
      thread: threadOf(ticket),
      data: { number: ticket.number, subject: ticket.subject, bodyHtml: body.html + said.html, bodyText: text },
    });
    await outbox.index('request', String(ticket.number));
    audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, files: input.files.length });
    return { number: ticket.number };
  },
});
