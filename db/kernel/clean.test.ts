import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeUser } from '../people/factory';
import { rolledBack } from '../testing/rolled-back';
import { makeMessage, makeTicket } from '../tickets/factory';
import { claimAttachments, copyAttachments, insertAttachment } from '../tickets/queries';
import { attachments } from '../tickets/schema';
import { forgetOldRows } from './clean';

const HOUR = 3_600_000;
const PICTURE = { name: 'ecran.png', mediaType: 'image/png', bytes: 1200, claimHash: 'hash' };

it(
  'gives up a stored file only when the last row that shares it is gone',
  rolledBack(async (tx) => {
    const now = new Date();
    const { id: authorId } = await makeUser(tx);
    const ticket = await makeTicket(tx, { requesterId: authorId });
    const [said, split] = [
      await makeMessage(tx, ticket, { authorId, at: now, body: 'Voici l’écran.' }),
      await makeMessage(tx, ticket, { authorId, at: now, body: 'Le même écran.' }),
    ];
    const [shared, alone] = [`aa/${randomUUID()}`, `bb/${randomUUID()}`];
    const createdAt = new Date(now.getTime() - 30 * HOUR);
    const first = await insertAttachment(tx, { ...PICTURE, storageKey: shared, createdAt });
    await insertAttachment(tx, { ...PICTURE, storageKey: alone, createdAt });
    expect(await claimAttachments(tx, said, [{ id: first.id, claimHash: 'hash' }])).toBe(1);
    expect(await copyAttachments(tx, said, split)).toBe(1);

    // As if the first message had been erased, and its row with it: the other request still shows the file.
    await tx.update(attachments).set({ messageId: null }).where(eq(attachments.id, first.id));
    const { storageKeys } = await forgetOldRows(tx as never, now);
    expect(storageKeys).toContain(alone);
    expect(storageKeys).not.toContain(shared);
    expect(await tx.select().from(attachments).where(eq(attachments.storageKey, shared))).toHaveLength(1);

    await tx.update(attachments).set({ messageId: null }).where(eq(attachments.messageId, split));
    expect((await forgetOldRows(tx as never, now)).storageKeys).toContain(shared);
  }),
);
