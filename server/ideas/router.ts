import { mutation, reading, router } from '../kernel/trpc';
import { announce } from './announce';
import { edit } from './edit';
import { list } from './list';
import { merge } from './merge';
import { move } from './move';
import { own } from './own';
import { propose } from './propose';
import { queue } from './queue';
import { show } from './show';
import { unmerge } from './unmerge';
import { vote } from './vote';
import { withdraw } from './withdraw';

export const ideasRouter = router({
  list: reading(list),
  show: reading(show),
  own: reading(own),
  propose: mutation(propose),
  vote: mutation(vote),
  withdraw: mutation(withdraw),
  queue: reading(queue),
  edit: mutation(edit),
  move: mutation(move),
  merge: mutation(merge),
  unmerge: mutation(unmerge),
  announce: mutation(announce),
});
