import { mutation, reading, router } from '../kernel/trpc';
import { deflection } from './deflection';
import { find } from './find';
import { record } from './record';
import { report } from './report';
import { suggest } from './suggest';

export const searchRouter = router({
  find: reading(find),
  suggest: reading(suggest),
  record: mutation(record),
  report: reading(report),
  deflection: reading(deflection),
});
