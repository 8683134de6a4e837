import { mutation, reading, router } from '../kernel/trpc';
import { addCalendar } from './add-calendar';
import { addLevel } from './add-level';
import { addPolicy } from './add-policy';
import { applyPreset } from './apply-preset';
import { editCalendar } from './edit-calendar';
import { editLevel } from './edit-level';
import { editPolicy } from './edit-policy';
import { editRhythm } from './edit-rhythm';
import { editSilence } from './edit-silence';
import { recompute } from './recompute';
import { removeCalendar } from './remove-calendar';
import { removeLevel } from './remove-level';
import { removePolicy } from './remove-policy';
import { show } from './show';

export const slaRouter = router({
  show: reading(show),
  editLevel: mutation(editLevel),
  addLevel: mutation(addLevel),
  removeLevel: mutation(removeLevel),
  applyPreset: mutation(applyPreset),
  addPolicy: mutation(addPolicy),
  editPolicy: mutation(editPolicy),
  removePolicy: mutation(removePolicy),
  addCalendar: mutation(addCalendar),
  removeCalendar: mutation(removeCalendar),
  editCalendar: mutation(editCalendar),
  editRhythm: mutation(editRhythm),
  editSilence: mutation(editSilence),
  recompute: mutation(recompute),
});
