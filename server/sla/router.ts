import { mutation, reading, router } from '../kernel/trpc';
import { editCalendar } from './edit-calendar';
import { editLevel } from './edit-level';
import { editRhythm } from './edit-rhythm';
import { editSilence } from './edit-silence';
import { recompute } from './recompute';
import { show } from './show';

export const slaRouter = router({
  show: reading(show),
  editLevel: mutation(editLevel),
  editCalendar: mutation(editCalendar),
  editRhythm: mutation(editRhythm),
  editSilence: mutation(editSilence),
  recompute: mutation(recompute),
});
