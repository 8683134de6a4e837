import { z } from 'zod';
import { failedJobs } from '@/db/kernel/jobs';
import { countMails, listMails } from '@/db/kernel/mails';
import { MAIL_STATES } from '@/domain/mail/templates';
import { query } from '../kernel/action';
import { env } from '../kernel/env';

const PAGE_SIZE = 50;

/** The outbox for admins: mails newest first, 50 a page, counts by state, and jobs that have failed for good. Bodies are left out. */
export const outbox = query({
  permission: 'mail.outbox',
  input: z.object({
    state: z.enum(MAIL_STATES).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, input }) {
    const rows = await listMails(db, input.state && [input.state], (input.page - 1) * PAGE_SIZE);
    return {
      mails: rows.slice(0, PAGE_SIZE).map(({ data: _, ...mail }) => mail),
      more: rows.length > PAGE_SIZE,
      page: input.page,
      counts: await countMails(db),
      failed: (await failedJobs(db)).filter((job) => job.name !== 'mail.send'),
      sends: env().mail.smtpUrl !== undefined,
    };
  },
});
