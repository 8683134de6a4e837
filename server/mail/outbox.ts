import { z } from 'zod';
import { failedJobs } from '@/db/kernel/jobs';
import { countMails, listMails, type MailPlace } from '@/db/kernel/mails';
import { MAIL_STATES } from '@/domain/mail/templates';
import { query } from '../kernel/action';
import { env } from '../kernel/env';

const PAGE_SIZE = 50;

const placeText = ({ createdAt, id }: { createdAt: Date; id: string }): string => `${createdAt.getTime()}.${id}`;

/** Reads a place from an address; what is none begins at the newest. */
const readPlace = (text: string | undefined): MailPlace | null => {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? [];
  return at && id ? { at: Number(at), id } : null;
};

const place = z.string().max(60).optional().transform(readPlace);

/**
 * The outbox for admins: mails newest first, 50 a page, counts by state, and jobs that have failed for good. A page goes on
 * after a mail, or ends before it. Bodies are left out.
 */
export const outbox = query({
  permission: 'mail.outbox',
  input: z.object({ state: z.enum(MAIL_STATES).optional(), after: place, before: place }),
  async run({ db, input: { state, after, before } }) {
    const rows = await listMails(db, state, { after, before, limit: PAGE_SIZE + 1 });
    const backwards = before !== null && after === null;
    const more = rows.length > PAGE_SIZE;
    const mails = backwards ? rows.slice(more ? 1 : 0) : rows.slice(0, PAGE_SIZE);
    const [first, last] = [mails[0], mails.at(-1)];
    return {
      mails: mails.map(({ data: _, ...mail }) => mail),
      newer: first && (backwards ? more : after !== null) ? placeText(first) : null,
      older: last && (backwards || more) ? placeText(last) : null,
      counts: await countMails(db),
      failed: (await failedJobs(db)).filter((job) => job.name !== 'mail.send'),
      sends: env().mail.smtpUrl !== undefined,
    };
  },
});
