import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { VERDICTS } from '@/domain/tickets/verdict';
import { action } from '../kernel/action';
import { judgeTicket } from './judging';

/** Says what the analysis of a request has shown; `null` takes the verdict back. */
export const judge = action({
  permission: 'tickets.judge',
  input: z.object({
    number: z.coerce.number().int().positive(),
    verdict: z.enum(VERDICTS, 'errors.choice').nullable(),
  }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    await judgeTicket(context, ticket, input.verdict);
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { from: ticket.verdict, to: input.verdict });
    return { number: ticket.number };
  },
});
