import { z } from 'zod';
import { AUDIENCES } from '@/domain/access/grants';
import { EVENT_KINDS, RELEASE_KINDS } from '@/domain/news/kinds';
import { RESOURCE_KINDS } from '@/domain/resources/kinds';

/** A calendar day, `2026-10-20`, in no zone. */
const day = z.iso.date();
/** A wall-clock time, `2026-12-08T11:00`, read in the zone that stands beside it. */
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'expected YYYY-MM-DDTHH:MM');
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
const line = z.string().trim().min(1);
const mediaPath = z.string().regex(/^\/media\/\S+$/, 'expected a path under /media/');
const audience = z.enum(AUDIENCES).default('public');

/** Months between two reviews. */
const months = z.number().int().min(1).max(60);
/** The former place of an article in its language: `collection/slug`. */
const formerPlace = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'expected collection/slug in lower-case words');

const collection = z.strictObject({
  key,
  title: line,
  description: line,
  icon: line,
  order: z.number(),
  sections: z.array(z.strictObject({ slug: key, title: line })).min(1),
  reviewEvery: months.optional(),
});

const article = z
  .strictObject({
    key,
    title: line,
    lead: line,
    section: key,
    order: z.number(),
    author: line,
    authorEmail: z.email().optional(),
    publishedOn: day,
    changedOn: day,
    reviewedOn: day,
    reviewEvery: months.optional(),
    audience,
    comments: z.boolean().default(true),
    keywords: z.array(line).default([]),
    related: z.array(key).default([]),
    redirectsFrom: z.array(formerPlace).default([]),
  })
  .refine((front) => front.publishedOn <= front.changedOn && front.changedOn <= front.reviewedOn, {
    path: ['changedOn'],
    message: 'expected publishedOn ≤ changedOn ≤ reviewedOn',
  });

const faqCategory = z.strictObject({ key, title: line, order: z.number() });

const faqQuestion = z.strictObject({ key, question: line, order: z.number(), audience });

const releaseNote = z
  .strictObject({
    key,
    title: line,
    date: day,
    version: line,
    kind: z.enum(RELEASE_KINDS),
    summary: line,
    themes: z.array(key).default([]),
    requests: z.array(z.number().int()).default([]),
    ideas: z.array(z.number().int()).default([]),
    audience,
    picture: mediaPath.optional(),
    pictureAlt: line.optional(),
  })
  .refine((front) => front.picture === undefined || front.pictureAlt !== undefined, {
    path: ['pictureAlt'],
    message: 'required with picture',
  });

const event = z
  .strictObject({
    key,
    title: line,
    kind: z.enum(EVENT_KINDS),
    startsAt: wallTime,
    endsAt: wallTime,
    timeZone: z.string().refine(isTimeZone, 'unknown time zone'),
    place: line,
    link: z.url().optional(),
    registrationLink: z.url().optional(),
    summary: line,
    speaker: line.optional(),
    audience,
  })
  .refine((front) => front.startsAt < front.endsAt, { path: ['endsAt'], message: 'expected to be after startsAt' });

/** Minutes and seconds, `2:40`. */
const duration = z.string().regex(/^\d{1,3}:[0-5]\d$/, 'expected minutes:seconds, in quotes');

const resource = z
  .strictObject({
    key,
    title: line,
    kind: z.enum(RESOURCE_KINDS),
    summary: line,
    date: day,
    author: line.optional(),
    /** Keys of the collections it belongs to. */
    themes: z.array(key).default([]),
    audience,
    file: mediaPath.optional(),
    /** A file of ours, or the address of a video on another site. */
    video: z.union([mediaPath, z.url({ protocol: /^https$/ })]).optional(),
    subtitles: mediaPath.optional(),
    duration: duration.optional(),
    cover: mediaPath.optional(),
    coverAlt: line.optional(),
  })
  .refine((front) => front.kind !== 'download' || front.file !== undefined, {
    path: ['file'],
    message: 'required for a download',
  })
  .refine((front) => front.kind !== 'video' || front.video !== undefined, {
    path: ['video'],
    message: 'required for a video',
  })
  .refine((front) => !front.video?.startsWith('/media/') || front.subtitles !== undefined, {
    path: ['subtitles'],
    message: 'required with a video file of ours',
  })
  .refine((front) => front.cover === undefined || front.coverAlt !== undefined, {
    path: ['coverAlt'],
    message: 'required with cover',
  });

const glossaryTerm = z.strictObject({ key, term: line, aliases: z.array(line).default([]), definition: line });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * What each kind of content file must say about itself. Unknown fields are mistakes: a misspelt `audiance` would
 * otherwise publish to everyone what was meant for staff.
 */
export const FRONT_MATTER = {
  collection,
  article,
  faqCategory,
  faqQuestion,
  releaseNote,
  event,
  resource,
  glossaryTerm,
} as const;

export type ContentType = keyof typeof FRONT_MATTER;
export type FrontMatter<T extends ContentType> = z.output<(typeof FRONT_MATTER)[T]>;
