import { mutation, reading, router } from '../kernel/trpc';
import { addTeam } from './add-team';
import { archive } from './archive';
import { asked } from './asked';
import { attach } from './attach';
import { countAsked } from './count-asked';
import { create } from './create';
import { decide } from './decide';
import { detach } from './detach';
import { edit } from './edit';
import { find } from './find';
import { invite } from './invite';
import { join } from './join';
import { list } from './list';
import { offers } from './offers';
import { place } from './place';
import { removeTeam } from './remove-team';
import { renameTeam } from './rename-team';
import { show } from './show';
import { withdraw } from './withdraw';

export const organisationsRouter = router({
  show: reading(show),
  invite: mutation(invite),
  withdraw: mutation(withdraw),
  place: mutation(place),
  detach: mutation(detach),
  addTeam: mutation(addTeam),
  renameTeam: mutation(renameTeam),
  removeTeam: mutation(removeTeam),
  offers: reading(offers),
  join: mutation(join),
  asked: reading(asked),
  countAsked: reading(countAsked),
  decide: mutation(decide),
  attach: mutation(attach),
  list: reading(list),
  find: reading(find),
  create: mutation(create),
  edit: mutation(edit),
  archive: mutation(archive),
});
