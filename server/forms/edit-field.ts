import { z } from 'zod';
import { fieldForUpdate, fieldIsUsed, updateField } from '@/db/forms/queries';
import { FIELD_LIMITS } from '@/domain/forms/fields';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { fieldFields, optionsOf } from './fields';

/**
 * Changes a field. What requests have answered already keeps its kind (`invalid`), so that their answers stay readable;
 * out of use, the field is no longer asked for and its answers stay.
 */
export const editField = action({
  permission: 'forms.editField',
  input: z.object({ id: z.uuid(), ...fieldFields }),
  async run({ tx, input: { id, options: written, ...change }, audit }) {
    const before = await fieldForUpdate(tx, id);
    if (change.kind !== before.kind && (await fieldIsUsed(tx, id))) throw invalidField('kind', 'errors.kindInUse');
    const options = optionsOf({ kind: change.kind, options: written }, before.options);
    if (!options) throw invalidField('options', 'errors.fewOptions', { maximum: FIELD_LIMITS.options });
    await updateField(tx, id, { ...change, options });
    audit(
      { type: 'field', id },
      { requestType: before.typeKey, kind: change.kind, need: change.need, active: [before.active, change.active] },
    );
    return { id, typeKey: before.typeKey };
  },
});
