import { mutation, reading, router } from '../kernel/trpc';
import { list } from './list';
import { merge } from './merge';
import { remove } from './remove';
import { rename } from './rename';

export const tagsRouter = router({
  list: reading(list),
  rename: mutation(rename),
  merge: mutation(merge),
  remove: mutation(remove),
});
