import { mutation, reading, router } from '../kernel/trpc';
import { outbox } from './outbox';
import { retry } from './retry';
import { sendMail } from './send';

export const mailRouter = router({
  outbox: reading(outbox),
  retry: mutation(retry),
  send: mutation(sendMail),
});
