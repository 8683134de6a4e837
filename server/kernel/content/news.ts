import type { Locale } from '@/domain/people/locale';
import { ANONYMOUS, type Audiences, type WithBody, withBody } from './reading';
import type { EventEntry, ReleaseNoteEntry } from './snapshot';
import { currentStore } from './store';

/** The release notes of a language, newest first. */
export const releaseNotes = (locale: Locale, audiences: Audiences = ANONYMOUS): ReleaseNoteEntry[] =>
  currentStore()
    .list(locale, 'releaseNote')
    .filter((note) => audiences.includes(note.audience))
    .sort((a, b) => (a.date === b.date ? b.version.localeCompare(a.version) : b.date < a.date ? -1 : 1));

/** One release note with its body, or null when there is none or this reader may not see it. */
export const releaseNote = async (
  locale: Locale,
  slug: string,
  audiences: Audiences = ANONYMOUS,
): Promise<WithBody<ReleaseNoteEntry> | null> => {
  const entry = releaseNotes(locale, audiences).find((note) => note.slug === slug);
  return entry ? withBody(entry) : null;
};

/** The webinars and trainings of a language with their texts, soonest first, past ones included. */
export const events = async (locale: Locale, audiences: Audiences = ANONYMOUS): Promise<WithBody<EventEntry>[]> => {
  const entries = currentStore()
    .list(locale, 'event')
    .filter((event) => audiences.includes(event.audience))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return Promise.all(entries.map(withBody));
};
