import type { Tx } from '@/db/client';
import type { RequestField, RequestType } from '@/db/forms/queries';
import { noteDeviceRequest } from '@/db/search/readings';
import { toldClockRules } from '@/db/sla/queries';
import { firstMessage } from '@/db/tickets/first-words';
import {
  appendTicketEvent,
  claimAttachments,
  insertMessage,
  insertTicket,
  type Ticket,
  ticketByIdempotencyKey,
} from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { insertValues } from '@/db/tickets/values';
import type { Actor } from '@/domain/access/actor';
import type { FieldValue } from '@/domain/forms/values';
import { ideaOfRequest } from '@/domain/ideas/from-request';
import { invalidField } from '@/domain/refusal';
import { type Expectation, expectationOf } from '@/domain/sla/expectation';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import { bodyFromText } from '../kernel/bodies';
import type { Call } from '../kernel/call';
import type { Outbox } from '../kernel/outbox';
import { originOf } from './article';
import { makeIdeaOf } from './behind-idea';
import { hashClaims } from './claims';
import { gradedFact } from './criticality';
import { firstLink, valuesBody } from './form-values';
import { missingParts } from './missing-parts';
import { threadOf } from './progress';
import type { Requester } from './requester';
import { routeTicket } from './routing';
import { tellGiven } from './tell-given';
import { tellUrgency } from './tell-urgency';

export type Opening = {
  tx: Tx;
  actor: Actor;
  call: Call;
  now: Date;
  outbox: Outbox;
  /** It was sent by an address alone; whoever confirms that may be signed in. */
  byVisitor?: true;
};

/** A request that was checked: everything but who it belongs to. */
export type CheckedRequest = {
  type: RequestType;
  fields: readonly RequestField[];
  teamId: string | null;
  values: Readonly<Record<string, FieldValue>>;
  urgency: UrgentFacts | null;
  input: {
    subject: string;
    description: string;
    pageUrl?: string | undefined;
    articleKey?: string | undefined;
    contact?: string | undefined;
    files: readonly { id: string; claim: string }[];
    idempotencyKey?: string | undefined;
  } & Parameters<typeof gradedFact>[1];
};

/** Whoever makes the request known: nobody gave it to its team by hand. */
const ROUTING: Actor = { kind: 'system', name: 'routing' };

/** Whoever makes an idea of what is sent as a suggestion: nobody did so by hand. */
const BIRTH: Actor = { kind: 'system', name: 'ideas' };

/** By when somebody answers a request of this type and level that was opened then. */
const expected = async (tx: Tx, typeKey: string, level: string | null, now: Date): Promise<Expectation | null> =>
  expectationOf(await toldClockRules(tx, typeKey, level), now.getTime());

/** Whether nothing is missing that the form of its type expects. What the urgent path asks for in writing is all that a matter of the highest level waits for. */
const isComplete = ({ type, fields, values, urgency, input }: CheckedRequest, graded: boolean): boolean => {
  if (urgency) return true;
  const { subject, description } = input;
  return (
    missingParts({ ...type, fields }, { subject, description, answered: Object.keys(values), graded }).length === 0
  );
};

/**
 * The request that the same post has opened before; `null` where other words were sent with its key, as by a page that
 * was gone back to: those are another request, and are not lost.
 */
const openedBefore = async (tx: Tx, requesterId: string, { idempotencyKey, ...input }: CheckedRequest['input']) => {
  const earlier = idempotencyKey && (await ticketByIdempotencyKey(tx, requesterId, idempotencyKey));
  if (!earlier) throw new Error('a request was refused by a unique index that is not its idempotency key');
  if (earlier.subject !== input.subject) return null;
  const first = await firstMessage(tx, earlier.id);
  return first?.bodyHtml === bodyFromText(input.description).html ? earlier : null;
};

/** What was opened, and by when it is answered. `first` is false for a repeated post. */
export type Opened = { ticket: Ticket; expectation: Expectation | null; first: boolean };

/**
 * Writes a checked request for its requester: the row, its first message with files, what its form says, its facts, its
 * team, and the mail that says it arrived. A repeated post answers what the first one opened.
 */
export const openTicket = async (
  opening: Opening,
  requester: Requester,
  request: CheckedRequest,
  beforeTelling: (ticket: Ticket) => Promise<unknown> = async () => {},
): Promise<Opened> => {
  const { tx, actor, call, now, outbox, byVisitor = false } = opening;
  const { type, fields, values, urgency, input, teamId } = request;
  const { locale } = call;
  const row = {
    typeKey: type.key,
    subject: input.subject,
    pageUrl: input.pageUrl || firstLink(fields, values),
    contact: input.contact || null,
    urgency,
    ...originOf(actor, locale, input.articleKey),
    requesterId: requester.id,
    organisationId: requester.organisationId,
    byVisitor,
    locale,
    createdAt: now,
    lastActivityAt: now,
  };
  const keyed = await insertTicket(tx, { ...row, idempotencyKey: input.idempotencyKey ?? null });
  const earlier = keyed ? null : await openedBefore(tx, requester.id, input);
  if (earlier) {
    const expectation = await expected(tx, earlier.typeKey, earlier.criticality, earlier.createdAt);
    return { ticket: earlier, expectation, first: false };
  }
  const ticket = keyed ?? (await insertTicket(tx, row));
  if (!ticket) throw new Error('a request without a key was taken for a repetition');
  await beforeTelling(ticket);
  const body = bodyFromText(input.description);
  const said = valuesBody(fields, values, locale);
  // What stands in the form's fields is found and mailed with the message, and shown field by field.
  const text = [body.text, said.text].filter(Boolean).join('\n\n');
  const by = { at: now.getTime(), actorId: requester.id };
  const writeMessage = async (): Promise<void> => {
    const messageId = await insertMessage(tx, {
      ticketId: ticket.id,
      authorId: requester.id,
      visibility: 'public',
      bodyHtml: body.html,
      bodyText: text,
      createdAt: now,
    });
    if (!messageId) throw new Error('the first message of a request cannot be a repetition');
    if ((await claimAttachments(tx, messageId, hashClaims([...input.files]))) < input.files.length) {
      throw invalidField('files', 'errors.fileGone');
    }
  };
  // What is written together goes out together and is done in its order.
  await Promise.all([
    writeMessage(),
    insertValues(tx, ticket.id, fields, values),
    appendTicketEvent(tx, ticket.id, { ...by, kind: 'opened', data: {} }),
  ]);
  const graded = type.asksCriticality ? await gradedFact(tx, input, by) : null;
  if (graded) await appendTicketEvent(tx, ticket.id, graded);
  const complete = !type.needsCompleteness || isComplete(request, graded !== null);
  // Nobody said so: it is what the meter told its writer.
  const incomplete = {
    at: by.at,
    actorId: null,
    kind: 'marked' as const,
    data: { mark: 'complete' as const, on: false },
  };
  if (!complete) await appendTicketEvent(tx, ticket.id, incomplete);
  const idea = type.becomesIdea
    ? await makeIdeaOf({ tx, actor: BIRTH, now }, ticket, ideaOfRequest(input, fields, values))
    : null;
  const assigneeId = teamId ? await routeTicket({ tx, actor: ROUTING, now }, ticket, teamId) : null;
  const rules = await recomputeTicket(tx, ticket.id);
  if (call.device) await noteDeviceRequest(tx, call.device, now);
  // Nothing is promised of a deadline that does not run yet.
  const expectation = complete ? expectationOf(rules, now.getTime()) : null;
  const { number, subject } = ticket;
  await Promise.all([
    outbox.mail({
      template: 'tickets.received',
      to: requester,
      thread: threadOf(ticket),
      data: {
        number,
        subject,
        bodyHtml: body.html + said.html,
        bodyText: text,
        expectation,
        incomplete: !complete,
        ...(idea ? { idea: idea.number } : {}),
      },
    }),
    outbox.index('request', String(number)),
  ]);
  await tellGiven({ tx, actor: ROUTING, outbox }, [{ ticket, assigneeId }], 'in turn');
  if (urgency) await tellUrgency(opening, ticket, teamId, urgency);
  return { ticket, expectation, first: true };
};
