import { mutation, reading, router } from '../kernel/trpc';
import { assign } from './assign';
import { file } from './file';
import { list } from './list';
import { move } from './move';
import { note } from './note';
import { open } from './open';
import { queue } from './queue';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { types } from './types';

export const ticketsRouter = router({
  types: reading(types),
  open: mutation(open),
  list: reading(list),
  show: reading(show),
  file: reading(file),
  reply: mutation(reply),
  resolve: mutation(resolve),
  note: mutation(note),
  move: mutation(move),
  assign: mutation(assign),
  queue: reading(queue),
});
