import { mutation, reading, router } from '../kernel/trpc';
import { addField } from './add-field';
import { addPortal } from './add-portal';
import { addType } from './add-type';
import { editField } from './edit-field';
import { editPortal } from './edit-portal';
import { editType } from './edit-type';
import { move } from './move';
import { remove } from './remove';
import { show } from './show';
import { showType } from './show-type';

export const formsRouter = router({
  show: reading(show),
  showType: reading(showType),
  addPortal: mutation(addPortal),
  editPortal: mutation(editPortal),
  addType: mutation(addType),
  editType: mutation(editType),
  addField: mutation(addField),
  editField: mutation(editField),
  move: mutation(move),
  remove: mutation(remove),
});
