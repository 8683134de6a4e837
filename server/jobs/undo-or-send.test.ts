import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/db/client';
import { outboxMails } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { backendOf, blockedBy, gate } from '@/db/testing/races';
import { makeTicket } from '@/db/tickets/factory';
import { ticketForUpdate } from '@/db/tickets/queries';
import { undoSteps } from '@/db/tickets/undo-schema';
import { systemCall } from '../kernel/call';
import { sendMail } from '../mail/send';
import { deliver } from '../mail/transport';
import { callBy } from '../testing/call';
import { reply } from '../tickets/reply';
import { show } from '../tickets/show';
import { undo } from '../tickets/undo';

vi.mock('../mail/transport', () => ({ deliver: vi.fn() }));

const delivering = vi.mocked(deliver);

/** An answer that waits; committed, since two transactions fight for it. */
const held = async () => {
  const { camille, theo, ticket } = await database().transaction(async (tx) => {
    const requester = await makeUser(tx, { name: 'Camille Roux' });
    const agent = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
    return { camille: requester, theo: agent, ticket: await makeTicket(tx, { requesterId: requester.id }) };
  });
  const { number } = ticket;
  await reply(callBy(theo), { number, body: 'Trop vite.', hold: true });
  const token = (await show(callBy(theo), { number })).messages[1]?.id ?? '';
  const mails = () => database().select().from(outboxMails).where(eq(outboxMails.recipient, camille.email));
  const [mail] = await mails();
  if (!mail) throw new Error('no mail waits');
  const send = () => sendMail(systemCall('worker'), { mailId: mail.id, lastAttempt: false });
  const texts = async () => (await show(callBy(theo), { number })).messages.map(({ bodyHtml }) => bodyHtml);
  const [step] = await database().select().from(undoSteps).where(eq(undoSteps.id, token));
  if (!step) throw new Error('nothing is kept to take it back');
  return { theo, ticket, token, expiresAt: step.expiresAt, mails, send, texts };
};

beforeEach(() => {
  delivering.mockReset().mockResolvedValue({ outcome: 'sent' });
});

describe('an answer taken back in the very second in which its mail leaves', () => {
  it('has left where the mail was taken first: it is refused at once, with a word, and nothing of it is undone', async () => {
    const { theo, token, mails, send, texts } = await held();
    const [taken, accepted] = [gate(), gate()];
    delivering.mockImplementation(async () => {
      taken.open();
      await accepted.opened;
      return { outcome: 'sent' };
    });
    const sending = send();
    await taken.opened;
    const late = { code: 'conflict', messageKey: 'errors.undoLeft' };
    await expect(undo(callBy(theo), { token })).rejects.toMatchObject(late);
    accepted.open();
    await sending;
    expect((await mails()).map(({ state }) => state)).toEqual(['sent']);
    // And also once it is through, while the ten seconds last.
    await expect(undo(callBy(theo), { token })).rejects.toMatchObject(late);
    expect(await texts()).toHaveLength(2);
  });

  it('is taken back where that came first: the worker waits, finds no mail and sends nothing', async () => {
    const { theo, ticket, token, mails, send, texts } = await held();
    const [holding, letGo] = [gate(), gate()];
    let colleague = 0;
    // Somebody else works on the request, so that taking back stops half-way, when it has the mail.
    const elsewhere = database().transaction(async (tx) => {
      colleague = await backendOf(tx);
      await ticketForUpdate(tx, ticket.id);
      holding.open();
      await letGo.opened;
    });
    await holding.opened;
    const undoing = undo(callBy(theo), { token });
    const taker = await blockedBy(colleague);
    const sending = send();
    await blockedBy(taker);
    letGo.open();
    await elsewhere;
    expect(await undoing).toMatchObject({ restored: 1, body: 'Trop vite.' });
    expect(await sending).toEqual({ problem: null });
    expect(delivering).not.toHaveBeenCalled();
    expect(await mails()).toEqual([]);
    expect(await texts()).toHaveLength(1);
  });

  it('is not taken back where the time ran out while it waited: the customer may be reading it', async () => {
    const { theo, token, expiresAt, mails, texts } = await held();
    const justInTime = callBy(theo, new Date(expiresAt.getTime() - 1));
    await expect(undo(justInTime, { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
    expect([await mails(), await texts()].map((all) => all.length)).toEqual([1, 2]);
  });

  it('is taken back by one of two who press at once', async () => {
    const { theo, token, texts } = await held();
    const both = await Promise.allSettled([undo(callBy(theo), { token }), undo(callBy(theo), { token })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await texts()).toHaveLength(1);
  });
});
