import { z } from 'zod';
import { insertField, keysOfFields, typeForUpdate } from '@/db/forms/queries';
import { FIELD_LIMITS, freeKey } from '@/domain/forms/fields';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { fieldFields, optionsOf } from './fields';

/** Adds a field at the end of a type's form. A list to choose from has two choices or more (`invalid`). */
export const addField = action({
  permission: 'forms.addField',
  input: z.object({ typeKey: z.string().min(1).max(60), ...fieldFields }),
  async run({ tx, input: { options: written, ...field }, audit }) {
    const type = await typeForUpdate(tx, field.typeKey);
    const taken = await keysOfFields(tx, type.key);
    if (taken.length >= FIELD_LIMITS.perType) {
      throw new Refusal('conflict', 'errors.tooManyFields', { maximum: FIELD_LIMITS.perType });
    }
    const options = optionsOf({ kind: field.kind, options: written }, []);
    if (!options) throw invalidField('options', 'errors.fewOptions', { maximum: FIELD_LIMITS.options });
    const key = freeKey(field.label.fr, taken);
    const id = await insertField(tx, { ...field, key, options });
    audit({ type: 'field', id }, { requestType: type.key, kind: field.kind, need: field.need });
    return { id, typeKey: type.key };
  },
});
