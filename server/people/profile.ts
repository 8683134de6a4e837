import { z } from 'zod';
import { accountByEmail } from '@/db/people/accounts';
import { notFound } from '@/domain/refusal';
import { query } from '../kernel/action';
import { signedIn } from './own-account';

/** One's own account as the profile page shows it. */
export const profile = query({
  permission: 'people.profile',
  input: z.object({}),
  async run({ db, actor }) {
    const user = await accountByEmail(db, signedIn(actor).email);
    if (!user) throw notFound('person');
    const { name, email, role, locale, timeZone, publicName, passwordHash, createdAt } = user;
    return { name, email, role, locale, timeZone, publicName, hasPassword: passwordHash !== null, createdAt };
  },
});
