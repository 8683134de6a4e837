import { z } from 'zod';
import { type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { countTicketEvents, findUndoStep, insertUndoStep } from '@/db/tickets/undo';
import { Refusal } from '@/domain/refusal';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { MOST_AT_ONCE, UNDO_SECONDS, type UndoData } from '@/domain/tickets/undo';
import { type ActionContext, action } from '../kernel/action';
import { heldOutbox, type Outbox } from '../kernel/outbox';
import { fileTicket, typedTags } from './file-under';
import { giveTicket } from './give';
import { moveTicket } from './progress';
import { regradeTicket } from './regrade';
import { putToSleep, untilField } from './sleep';
import { type GivenTicket, tellGiven } from './tell-given';

const said = z
  .string()
  .trim()
  .max(120)
  .optional()
  .transform((text) => text || undefined);

const change = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('give'),
    teamId: z.uuid('errors.choice').nullable().optional(),
    assigneeId: z.uuid('errors.choice').nullable().optional(),
  }),
  z.object({
    act: z.literal('move'),
    to: z.enum(TICKET_STATUSES),
    partner: said,
    release: said,
    reason: z.enum(CLOSING_REASONS).optional(),
  }),
  z.object({
    act: z.literal('grade'),
    level: z.string().min(1, 'errors.choice'),
    reason: z.string().trim().max(1_000),
  }),
  z.object({ act: z.literal('tag'), tags: typedTags }),
  z.object({ act: z.literal('untag'), tags: typedTags }),
  z.object({ act: z.literal('snooze'), until: untilField }),
]);
type Change = z.output<typeof change>;

const input = z.object({
  numbers: z
    .array(z.coerce.number().int().positive())
    .min(1, 'errors.chooseTickets')
    .max(MOST_AT_ONCE)
    .transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b)),
  change,
  /** Sent by the form: what a repeated post would do was done by the first. */
  idempotencyKey: z.uuid().optional(),
});
type Context = ActionContext<z.output<typeof input>>;
type Changed = UndoData['changed'][number];
/** What an act made of one request: what it takes to undo it, and who was given it. */
type Done = { changed: Changed; given: GivenTicket };

const NO_TAGS = { added: [] as string[], dropped: [] as string[] };

const perform = async (
  context: Context & { outbox: Outbox },
  ticket: Ticket,
  wanted: Change,
): Promise<typeof NO_TAGS> => {
  switch (wanted.act) {
    case 'give':
      await giveTicket(context, ticket, wanted);
      return NO_TAGS;
    case 'move': {
      const { to, partner, release, reason } = wanted;
      if (ticket.status === to) return NO_TAGS;
      const data = { ...(partner ? { partner } : {}), ...(release ? { release } : {}), ...(reason ? { reason } : {}) };
      await moveTicket(context, ticket, to, data);
      return NO_TAGS;
    }
    case 'grade':
      await regradeTicket(context, ticket, wanted);
      return NO_TAGS;
    case 'snooze':
      await putToSleep(context, ticket, wanted.until);
      return NO_TAGS;
    case 'tag':
      return fileTicket(context, ticket, { add: wanted.tags, drop: [] });
    default:
      return fileTicket(context, ticket, { add: [], drop: wanted.tags });
  }
};

/** What the first request says is wrong with what was chosen is wrong for all: it is told beside its field. What a request lacks is its own. */
const isTheChoiceItself = (refusal: Refusal): boolean =>
  refusal.code === 'invalid' && Object.keys(refusal.fields).length > 0;

/** Whether a team chooses who is given the requests. */
const byTurn = (wanted: Change): boolean => wanted.act === 'give' && wanted.assigneeId === undefined;

const changeOne = async (context: Context, ticket: Ticket): Promise<Done | null> => {
  const { tx, input: asked } = context;
  const from = await countTicketEvents(tx, ticket.id);
  const tags = await perform(context, ticket, asked.change);
  const to = await countTicketEvents(tx, ticket.id);
  if (to === from) return null;
  await recomputeTicket(tx, ticket.id);
  const { status, teamId, assigneeId, criticality } = await visibleTicketForUpdate(tx, context.actor, ticket.number);
  const changed = {
    ticketId: ticket.id,
    number: ticket.number,
    facts: Array.from({ length: to - from }, (_, index) => from + index),
    made: { status, teamId, assigneeId, criticality },
    tagsAdded: tags.added,
    tagsDropped: tags.dropped,
  };
  return { changed, given: { ticket, assigneeId } };
};

/** What the first of two posts of the same form has done; `null` for the first. Waits for it by the row that both begin with. */
const doneBefore = async ({ tx, actor, input: asked }: Context, userId: string) => {
  const [first] = asked.numbers;
  if (asked.idempotencyKey === undefined || first === undefined) return null;
  await visibleTicketForUpdate(tx, actor, first);
  return findUndoStep(tx, asked.idempotencyKey, userId);
};

/**
 * Does one act to many requests: gives them, moves them, grades them, tags them, puts them to sleep. What the act is not possible for is left
 * as it is and named with its reason; what is wrong with the choice itself refuses all (`invalid`). For a minute it can be
 * taken back by the token in the answer (`tickets.undo`), and its mails wait as long: whoever is given requests gets one
 * mail for all of them. A repeated post answers what the first one did.
 */
export const bulk = action({
  permission: 'tickets.bulk',
  input,
  async run(given) {
    const { tx, actor, now, audit } = given;
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const before = await doneBefore(given, actor.id);
    if (before) return { token: before.id, changed: before.data.changed.length, left: before.data.left };
    const expiresAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
    const held = heldOutbox(tx, now, expiresAt);
    const context = { ...given, outbox: held.outbox };
    const done: Done[] = [];
    const left: { number: number; why: string }[] = [];
    const { idempotencyKey } = given.input;
    for (const number of given.input.numbers) {
      const ticket = await visibleTicketForUpdate(tx, actor, number);
      try {
        const one = await changeOne(context, ticket);
        if (one) done.push(one);
      } catch (error) {
        if (!(error instanceof Refusal) || isTheChoiceItself(error)) throw error;
        left.push({ number, why: error.messageKey });
      }
    }
    const { act } = given.input.change;
    const changed = done.map((one) => one.changed);
    await tellGiven(
      context,
      done.map((one) => one.given),
      byTurn(given.input.change) ? 'in turn' : 'by name',
    );
    const data: UndoData = { act, changed, left };
    const token = await insertUndoStep(tx, {
      ...(idempotencyKey ? { id: idempotencyKey } : {}),
      userId: actor.id,
      data,
      mailIds: held.mailIds,
      expiresAt,
      createdAt: now,
    });
    audit({ type: 'undo', id: token }, { act, numbers: changed.map(({ number }) => number), left: left.length });
    return { token, changed: changed.length, left };
  },
});
