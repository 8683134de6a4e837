import { mutation, reading, router } from '../kernel/trpc';
import { create } from './create';
import { edit } from './edit';
import { list } from './list';
import { move } from './move';
import { show } from './show';

export const roadmapRouter = router({
  list: reading(list),
  show: reading(show),
  create: mutation(create),
  edit: mutation(edit),
  move: mutation(move),
});
