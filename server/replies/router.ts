import { mutation, reading, router } from '../kernel/trpc';
import { create } from './create';
import { edit } from './edit';
import { fillIn } from './fill-in';
import { list } from './list';
import { offered } from './offered';
import { remove } from './remove';
import { show } from './show';

export const repliesRouter = router({
  list: reading(list),
  show: reading(show),
  offered: reading(offered),
  fillIn: reading(fillIn),
  create: mutation(create),
  edit: mutation(edit),
  remove: mutation(remove),
});
