import { z } from 'zod';
import { mailForUpdate, markMail, threadRoot } from '@/db/kernel/mails';
import { houseTimeZone } from '@/db/sla/house-zone';
import { action } from '../kernel/action';
import { composeMail } from './compose';
import { deliver } from './transport';

/**
 * Sends one mail of the outbox, or keeps it where there is no SMTP setting. The row is held while the mail is handed
 * over, so that two workers never send it twice; only a crash between the server's "accepted" and our commit can. What
 * the mail server said is kept on the row; after the last attempt the mail stands as `failed` until an admin retries it.
 */
export const sendMail = action({
  permission: 'mail.send',
  input: z.object({ mailId: z.uuid(), lastAttempt: z.boolean() }),
  async run({ tx, input, now, audit }): Promise<{ problem: string | null }> {
    const mail = await mailForUpdate(tx, input.mailId);
    if (!mail || mail.state === 'sent' || mail.state === 'kept') return { problem: null };
    const root = mail.threadKey ? await threadRoot(tx, mail.threadKey, mail.id) : null;
    const composed = composeMail(mail, root, await houseTimeZone(tx));
    audit({ type: 'mail', id: mail.id }, { template: mail.template });
    const result = await deliver(composed);
    const attempts = mail.attempts + 1;
    if (result.outcome === 'refused') {
      const state = input.lastAttempt ? 'failed' : 'queued';
      await markMail(tx, mail.id, { state, attempts, lastError: result.reason, messageId: composed.messageId });
      return { problem: result.reason };
    }
    const state = result.outcome === 'sent' ? 'sent' : 'kept';
    await markMail(tx, mail.id, { state, attempts, lastError: null, sentAt: now, messageId: composed.messageId });
    return { problem: null };
  },
});
