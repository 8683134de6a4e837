import { z } from 'zod';
import { failedJobs } from '@/db/kernel/jobs';
import { countMails, listMails } from '@/db/kernel/mails';
import { MAIL_STATES } from '@/domain/mail/templates';
import { query } from '../kernel/action';
import { env } from '../kernel/env';
import { partFields, placeValue, turns } from '../kernel/part';

const PAGE_SIZE = 50;

/**
 * The outbox for admins: mails newest first, 50 a page, counts by state, and jobs that have failed for good. Bodies are left
 * out.
 */
export const outbox = query({
  permission: 'mail.outbox',
  input: z.object({
    state: z.enum(MAIL_STATES).optional(),
    ...partFields(z.tuple([placeValue.instant, placeValue.id])),
  }),
  async run({ db, input: { state, after, before } }) {
    const page = await listMails(db, state, { after, before, size: PAGE_SIZE });
    return {
      mails: page.rows.map(({ data: _, ...mail }) => mail),
      ...turns(page),
      counts: await countMails(db),
      failed: (await failedJobs(db)).filter((job) => job.name !== 'mail.send'),
      sends: env().mail.smtpUrl !== undefined,
    };
  },
});
