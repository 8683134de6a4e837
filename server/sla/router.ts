import { mutation, router } from '../kernel/trpc';
import { recompute } from './recompute';

export const slaRouter = router({
  recompute: mutation(recompute),
});
