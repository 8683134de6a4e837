import { mutation, reading, router } from '../kernel/trpc';
import { add } from './add';
import { list } from './list';
import { remove } from './remove';

export const blockingRouter = router({ list: reading(list), add: mutation(add), remove: mutation(remove) });
