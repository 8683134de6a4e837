import type { Metadata } from 'next';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import {
  type Audiences,
  alternates,
  media,
  pathOf,
  type ReleaseNoteEntry,
  releaseNote,
  releaseNotes,
  type WithBody,
} from '@/server/kernel/content';
import { loadThemeTitles, type ThemeTitles } from './load-themes';

/** All that the page of a release note shows. */
export type NotePage = {
  note: WithBody<ReleaseNoteEntry>;
  newer: ReleaseNoteEntry | null;
  older: ReleaseNoteEntry | null;
  themes: ThemeTitles;
  alternates: ReturnType<typeof alternates>;
};

/** A release note and what stands around it, as a reader of these audiences sees them; null when they may not see it. */
export const loadNote = async (locale: Locale, slug: string, audiences: Audiences): Promise<NotePage | null> => {
  const note = await releaseNote(locale, slug, audiences);
  if (!note) return null;
  const all = releaseNotes(locale, audiences);
  const at = all.findIndex((other) => other.key === note.key);
  return {
    note,
    newer: all[at - 1] ?? null,
    older: all[at + 1] ?? null,
    themes: await loadThemeTitles(locale),
    alternates: alternates('releaseNote', note.key, audiences),
  };
};

const pictureOf = ({ picture, pictureAlt, title }: ReleaseNoteEntry) => {
  if (!picture) return undefined;
  const { width, height } = media(picture) ?? {};
  return { path: picture, alt: pictureAlt ?? title, width: width ?? undefined, height: height ?? undefined };
};

/** What search engines and link previews are told of a release note. */
export const noteMetadata = ({ note, alternates: translations }: NotePage): Metadata =>
  pageMetadata({
    title: note.title,
    description: note.summary,
    path: pathOf(note),
    alternates: translations,
    writing: { publishedOn: note.date },
    picture: pictureOf(note),
    unlisted: note.audience !== 'public',
  });
