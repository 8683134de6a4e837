import { mutation, reading, router } from '../kernel/trpc';
import { list } from './list';
import { open } from './open';
import { running } from './running';
import { show } from './show';
import { status } from './status';
import { update } from './update';

export const incidentsRouter = router({
  status: reading(status),
  running: reading(running),
  show: reading(show),
  list: reading(list),
  open: mutation(open),
  update: mutation(update),
});
