import { reading, router } from '../kernel/trpc';
import { find } from './find';
import { suggest } from './suggest';

export const searchRouter = router({
  find: reading(find),
  suggest: reading(suggest),
});
