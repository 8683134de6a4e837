import { mutation, reading, router } from '../kernel/trpc';
import { approve } from './approve';
import { configure } from './configure';
import { edit } from './edit';
import { erase } from './erase';
import { list } from './list';
import { markSpam } from './mark-spam';
import { more } from './more';
import { own } from './own';
import { queue } from './queue';
import { reject } from './reject';
import { report } from './report';
import { requeue } from './requeue';
import { settings } from './settings';
import { show } from './show';
import { stop } from './stop';
import { write } from './write';

export const commentsRouter = router({
  list: reading(list),
  more: reading(more),
  own: reading(own),
  show: reading(show),
  write: mutation(write),
  edit: mutation(edit),
  erase: mutation(erase),
  report: mutation(report),
  stop: mutation(stop),
  queue: reading(queue),
  approve: mutation(approve),
  reject: mutation(reject),
  markSpam: mutation(markSpam),
  requeue: mutation(requeue),
  settings: reading(settings),
  configure: mutation(configure),
});
