import { mutation, reading, router } from '../kernel/trpc';
import { addSynonyms } from './add-synonyms';
import { deflection } from './deflection';
import { editSynonyms } from './edit-synonyms';
import { find } from './find';
import { record } from './record';
import { removeSynonyms } from './remove-synonyms';
import { report } from './report';
import { requests } from './requests';
import { suggest } from './suggest';
import { synonyms } from './synonyms';

export const searchRouter = router({
  find: reading(find),
  suggest: reading(suggest),
  requests: reading(requests),
  record: mutation(record),
  report: reading(report),
  deflection: reading(deflection),
  synonyms: reading(synonyms),
  addSynonyms: mutation(addSynonyms),
  editSynonyms: mutation(editSynonyms),
  removeSynonyms: mutation(removeSynonyms),
});
