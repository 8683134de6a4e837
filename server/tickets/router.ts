import { mutation, reading, router } from '../kernel/trpc';
import { announceDeadline } from './announce-deadline';
import { assign } from './assign';
import { file } from './file';
import { grade } from './grade';
import { levels } from './levels';
import { list } from './list';
import { mark } from './mark';
import { move } from './move';
import { note } from './note';
import { open } from './open';
import { queue } from './queue';
import { read } from './read';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { types } from './types';

export const ticketsRouter = router({
  types: reading(types),
  open: mutation(open),
  list: reading(list),
  show: reading(show),
  read: mutation(read),
  file: reading(file),
  reply: mutation(reply),
  resolve: mutation(resolve),
  note: mutation(note),
  move: mutation(move),
  assign: mutation(assign),
  queue: reading(queue),
  levels: reading(levels),
  grade: mutation(grade),
  mark: mutation(mark),
  announceDeadline: mutation(announceDeadline),
});
