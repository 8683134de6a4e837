import { RATINGS } from '@/domain/tickets/rating';
import type { Parts, Site, Words } from './words';

type About = { number: number; subject: string };

/** One subject for all mails of a request, so that mail programs keep them together. */
export const threadSubject = ({ number, subject }: About): string => `[#${number}] ${subject}`;

/** The button that leads to a request, at the side of its reader. */
export const requestButton = (t: Words, site: Site, number: number, place: 'requests' | 'desk') => ({
  label: t('mail.tickets.button'),
  url: `${site.url}/${site.locale}/${place}/${number}`,
});

/** How content the requester is, told by one press; the path leads to where it is kept. */
export const ratingChoice = (t: Words, site: Site, path: string): NonNullable<Parts['choice']> => ({
  question: t('mail.tickets.moved.rate'),
  answers: RATINGS.map((rating) => ({
    label: t(`tickets.rating.${rating}`),
    url: `${site.url}/${site.locale}${path}&${new URLSearchParams({ rating })}`,
  })),
});
