import { mutation, reading, router } from '../kernel/trpc';
import { addCalendar } from './add-calendar';
import { addLevel } from './add-level';
import { applyPreset } from './apply-preset';
import { chooseCalendar } from './choose-calendar';
import { editCalendar } from './edit-calendar';
import { editLevel } from './edit-level';
import { editRhythm } from './edit-rhythm';
import { editSilence } from './edit-silence';
import { recompute } from './recompute';
import { removeCalendar } from './remove-calendar';
import { removeLevel } from './remove-level';
import { show } from './show';

export const slaRouter = router({
  show: reading(show),
  editLevel: mutation(editLevel),
  addLevel: mutation(addLevel),
  removeLevel: mutation(removeLevel),
  applyPreset: mutation(applyPreset),
  addCalendar: mutation(addCalendar),
  removeCalendar: mutation(removeCalendar),
  chooseCalendar: mutation(chooseCalendar),
  editCalendar: mutation(editCalendar),
  editRhythm: mutation(editRhythm),
  editSilence: mutation(editSilence),
  recompute: mutation(recompute),
});
