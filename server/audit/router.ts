import { reading, router } from '../kernel/trpc';
import { list } from './list';

export const auditRouter = router({
  list: reading(list),
});
