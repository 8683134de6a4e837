import { z } from 'zod';
import { updateAccount } from '@/db/people/accounts';
import { PUBLIC_NAMES } from '@/domain/comments/names';
import { LOCALES } from '@/domain/people/locale';
import { isTimeZone } from '@/domain/people/time-zones';
import { action } from '../kernel/action';
import { nameField } from './fields';
import { signedIn } from './own-account';

/** Changes one's own name, language of mails and time zone. */
export const editProfile = action({
  permission: 'people.editProfile',
  input: z.object({
    name: nameField,
    locale: z.enum(LOCALES),
    publicName: z.enum(PUBLIC_NAMES).optional(),
    timeZone: z.string().refine(isTimeZone, 'errors.choice'),
  }),
  async run({ tx, actor, input, audit }) {
    const { id } = signedIn(actor);
    const { name, locale, timeZone } = await updateAccount(tx, id, input);
    audit({ type: 'user', id }, { locale, timeZone });
    return { name, locale, timeZone };
  },
});
