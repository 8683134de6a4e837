import type { UserActor } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';

/** Where somebody who signed in without a page in mind goes first: to their work, or to their own requests. */
export const homeOf = (person: UserActor, locale: Locale): string => {
  if (isGranted('tickets.queue', person.role)) return `/${locale}/desk`;
  return isGranted('roadmap.create', person.role) ? `/${locale}/studio` : `/${locale}/requests`;
};
