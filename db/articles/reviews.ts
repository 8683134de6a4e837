import { and, asc, inArray, isNull } from 'drizzle-orm';
import { isGranted } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { ROLES, type Role } from '@/domain/people/roles';
import type { Tx } from '../client';
import { users } from '../people/schema';
import { articleReviewReminders } from './schema';

/** A person who may say that an article is still true. */
export type Reviewer = { name: string; email: string; locale: Locale; role: Role };

/** Active accounts that hold the grant to review articles, by name. */
export const reviewers = async (tx: Tx): Promise<Reviewer[]> =>
  tx
    .select({ name: users.name, email: users.email, locale: users.locale, role: users.role })
    .from(users)
    .where(
      and(
        inArray(
          users.role,
          ROLES.filter((role) => isGranted('articles.review', role)),
        ),
        isNull(users.deactivatedAt),
      ),
    )
    .orderBy(asc(users.name), asc(users.email));

/** A reminder by what makes it one: the article in its language, and the period. */
export type Reminder = { articleKey: string; locale: Locale; period: string };

/** Notes reminders as sent and answers those that were not noted before; another worker at the same time gets the others. */
export const claimReminders = async (tx: Tx, reminders: readonly Reminder[], now: Date): Promise<Reminder[]> => {
  if (reminders.length === 0) return [];
  return tx
    .insert(articleReviewReminders)
    .values(reminders.map((reminder) => ({ ...reminder, remindedAt: now })))
    .onConflictDoNothing()
    .returning({
      articleKey: articleReviewReminders.articleKey,
      locale: articleReviewReminders.locale,
      period: articleReviewReminders.period,
    });
};
