import { z } from 'zod';
import { mailForUpdate, markMail } from '@/db/kernel/mails';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Queues a failed mail again. Refuses (`conflict`) one that has not failed. */
export const retry = action({
  permission: 'mail.retry',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, outbox, audit }) {
    const mail = await mailForUpdate(tx, input.id);
    if (!mail) throw notFound('mail');
    if (mail.state !== 'failed') throw new Refusal('conflict', 'errors.mailNotFailed');
    await markMail(tx, mail.id, { state: 'queued', attempts: 0 });
    await outbox.resend(mail.id);
    audit({ type: 'mail', id: mail.id }, { template: mail.template });
    return { id: mail.id };
  },
});
