import { mutation, reading, router } from '../kernel/trpc';
import { addAbsence } from './add-absence';
import { create } from './create';
import { edit } from './edit';
import { list } from './list';
import { remove } from './remove';
import { removeAbsence } from './remove-absence';
import { setAside } from './set-aside';

export const teamsRouter = router({
  list: reading(list),
  create: mutation(create),
  edit: mutation(edit),
  setAside: mutation(setAside),
  remove: mutation(remove),
  addAbsence: mutation(addAbsence),
  removeAbsence: mutation(removeAbsence),
});
