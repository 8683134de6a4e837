import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import type { JobName } from '@/db/kernel/job-names';
import { enqueueJob, insertMail, notify } from '@/db/kernel/queries';
import { wishIndexed } from '@/db/search/wishes';
import type { MailTemplate, MailTemplates } from '@/domain/mail/templates';
import type { Locale } from '@/domain/people/locale';

/** A mail to be sent once the transaction has committed. */
export type Mail<Template extends MailTemplate = MailTemplate> = {
  template: Template;
  to: { email: string; name: string; locale: Locale };
  data: MailTemplates[Template];
  /** The conversation it belongs to (`ticket:1042`): mails of one thread share their root in mail programs. */
  thread?: string;
};

/** The channel on which processes hear that pages of a tag have changed. */
export const TAG_CHANNEL = 'guichet_tags';

/** The queue waits e^n seconds before attempt n, so that twelve of them reach over about sixteen hours of a mail server's absence. */
const MAIL_ATTEMPTS = 12;

/** What an action leaves behind in its own transaction, so that nothing is announced that did not happen. */
export type Outbox = {
  /** Queues a mail. */
  mail<Template extends MailTemplate>(mail: Mail<Template>): Promise<void>;
  /** Queues the sending of a mail that is in the outbox already. */
  resend(mailId: string): Promise<void>;
  /** Tells every process that pages with this tag are to be rendered anew; delivered at commit. */
  touch(tag: string): Promise<void>;
  /** Queues bringing the search index into step with a row: an incident by its id, a theme by its key, an idea or a request by its number. */
  index(kind: 'incident' | 'theme' | 'idea' | 'request', key: string): Promise<void>;
  /** Queues a job of the worker. A `key` replaces a queued job of the same key. */
  job(name: JobName, payload: Record<string, unknown>, options?: { runAt?: Date; key?: string }): Promise<void>;
};

const queueMail = async (tx: Tx, mail: Mail, now: Date, runAt?: Date): Promise<string> => {
  const id = randomUUID();
  const mailed = insertMail(tx, {
    id,
    template: mail.template,
    locale: mail.to.locale,
    recipient: mail.to.email,
    recipientName: mail.to.name,
    data: mail.data,
    threadKey: mail.thread ?? null,
    createdAt: now,
  });
  const wished = enqueueJob(
    tx,
    'mail.send',
    { mailId: id },
    { maxAttempts: MAIL_ATTEMPTS, ...(runAt ? { runAt } : {}) },
  );
  await Promise.all([mailed, wished]);
  return id;
};

/** The outbox of one open transaction. */
export const outboxOf = (tx: Tx, now: Date): Outbox => ({
  async mail(mail) {
    await queueMail(tx, mail, now);
  },
  resend: (mailId) => enqueueJob(tx, 'mail.send', { mailId }, { maxAttempts: MAIL_ATTEMPTS }),
  index: (kind, key) => wishIndexed(tx, { kind, key }, now),
  touch: (tag) => notify(tx, TAG_CHANNEL, tag),
  job: (name, payload, options) => enqueueJob(tx, name, payload, options),
});

/** An outbox whose mails wait until an instant, so that an act can be taken back before it is told; with the mails' ids. */
export const heldOutbox = (tx: Tx, now: Date, until: Date): { outbox: Outbox; mailIds: readonly string[] } => {
  const mailIds: string[] = [];
  const outbox: Outbox = {
    ...outboxOf(tx, now),
    async mail(mail) {
      mailIds.push(await queueMail(tx, mail, now, until));
    },
    index: (kind, key) => wishIndexed(tx, { kind, key }, until),
  };
  return { outbox, mailIds };
};
