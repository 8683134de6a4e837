import { z } from 'zod';
import { callParty, claimRecapReminder } from '@/db/tickets/calls';
import { ticketForUpdate } from '@/db/tickets/queries';
import { STATUS_RULES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { callersOf } from './callers';
import { threadOf } from './sides';

/**
 * Reminds of a call's recap that nobody has written: a mail to its agent, once however many workers look, and late where
 * none ran. Nobody is told of a call whose request takes no answers any more.
 */
export const remindRecap = action({
  permission: 'tickets.remindRecap',
  input: z.object({ callId: z.uuid(), ticketId: z.uuid() }),
  async run({ tx, input, now, outbox, audit, idle }) {
    const ticket = await ticketForUpdate(tx, input.ticketId);
    const call = ticket && (await claimRecapReminder(tx, input, now));
    if (!ticket || !call?.chosenAt) {
      idle();
      return { told: false };
    }
    audit({ type: 'ticket', id: ticket.id }, { call: call.id });
    if (STATUS_RULES[ticket.status].onCustomerReply === 'refused') return { told: false };
    const customer = await callParty(tx, call.chosenBy ?? ticket.requesterId);
    for (const person of await callersOf(tx, ticket, call)) {
      const { timeZone } = await callParty(tx, person.id);
      await outbox.mail({
        template: 'tickets.recapDue',
        to: person,
        thread: threadOf(ticket),
        data: {
          number: ticket.number,
          subject: ticket.subject,
          customer: customer.name,
          at: call.chosenAt.toISOString(),
          timeZone,
        },
      });
    }
    return { told: true };
  },
});
