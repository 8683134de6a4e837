import { z } from 'zod';
import { takeTurn } from '@/db/teams/queries';
import { openCallOf, takeOverCall, updateCall } from '@/db/tickets/calls';
import { isGone, requestsToCallBy, ticketsLeftBy } from '@/db/tickets/leaving';
import { appendTicketEvent, type Ticket, ticketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { HAND_BACK_JOB, type Leaving } from '@/domain/tickets/leaving';
import { STATUS_RULES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import { forEachAlone } from '../kernel/each';
import { tellCallLeft } from './tell-call';
import { type GivenTicket, tellGiven } from './tell-given';

/** Few enough that no request is held for long by the transaction that gives its neighbours away. */
const BATCH = 100;

const input = z.object({
  userId: z.uuid(),
  teamId: z.uuid().nullable().default(null),
  /** The number of the request that the last batch ended with. */
  after: z.number().int().nonnegative().default(0),
});
type Context = ActionContext<z.output<typeof input>>;

/**
 * A call they were to make stays as it was agreed on: it is made by who has the request now, or its team is told and who
 * takes the request makes it. Answers whether there was one.
 */
const passCallOn = async (context: Context, ticket: Ticket): Promise<boolean> => {
  const { tx, now, input: asked } = context;
  const call = await openCallOf(tx, ticket.id);
  if (call?.proposedBy !== asked.userId || call.leftAt || STATUS_RULES[ticket.status].clock === 'stopped') return false;
  await updateCall(tx, call.id, { leftAt: now });
  const taken = ticket.assigneeId ? await takeOverCall(tx, ticket.id, ticket.assigneeId) : null;
  await tellCallLeft(context, ticket, taken ?? { ...call, leftAt: now }, asked.userId);
  return true;
};

/**
 * Gives one request back to its team: to whoever is next in turn, where there is still something to do and the team gives
 * in turn, or to nobody. One that sleeps wakes where nobody has it: there is nobody to be woken with it later.
 */
const returnOne = async (context: Context, ticket: Ticket): Promise<GivenTicket> => {
  const { tx, now, input: asked } = context;
  const fact = { at: now.getTime(), actorId: null };
  const left: Leaving = { personId: asked.userId, place: asked.teamId ? 'team' : 'desk' };
  const hasWork = STATUS_RULES[ticket.status].clock !== 'stopped';
  const next = hasWork && ticket.teamId ? await takeTurn(tx, ticket.teamId, now) : null;
  const data = { assigneeId: next, ...(next ? { inTurn: true as const } : {}), left };
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'assigned', data });
  if (!next && ticket.snoozedUntil) await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'woken', data: {} });
  await recomputeTicket(tx, ticket.id);
  await passCallOn(context, { ...ticket, assigneeId: next });
  return { ticket, assigneeId: next };
};

/** Calls they were to make for requests that others or nobody have; answers how many. */
const passCallsOn = async (context: Context): Promise<number> => {
  let passed = 0;
  for (const ticketId of await requestsToCallBy(context.tx, context.input)) {
    const ticket = await ticketForUpdate(context.tx, ticketId);
    if (ticket && (await passCallOn(context, ticket))) passed += 1;
  }
  return passed;
};

/**
 * Hands the requests of a colleague who has left the desk, or a team, back to their teams, a batch at a time, and then the
 * calls they were to make. What is closed stays as it is. Safe to repeat, and does nothing for who is back.
 */
export const handBack = action({
  permission: 'tickets.handBack',
  input,
  async run(context) {
    const { tx, input: asked, outbox, audit, idle } = context;
    const { userId, teamId, after } = asked;
    const nothing = { count: 0, calls: 0, more: false };
    if (!(await isGone(tx, { userId, teamId }))) {
      idle();
      return nothing;
    }
    const held = await ticketsLeftBy(tx, { userId, teamId }, after, BATCH);
    const given = await forEachAlone('hand back', held, (ticket) =>
      tx.transaction((one) => returnOne({ ...context, tx: one }, ticket)),
    );
    await tellGiven(context, given, 'in turn');
    const last = held.at(-1);
    const more = held.length === BATCH && last !== undefined;
    if (more) await outbox.job(HAND_BACK_JOB, { userId, teamId, after: last.number });
    const calls = more ? 0 : await passCallsOn(context);
    if (given.length === 0 && calls === 0) idle();
    audit({ type: 'user', id: userId }, { released: given.length, calls });
    return { count: given.length, calls, more };
  },
});
