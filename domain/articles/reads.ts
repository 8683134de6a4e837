import { Temporal } from '../time/temporal';

/** Reads of so many weeks, the present one included, decide what is read most. */
export const MOST_READ_WEEKS = 4;

/** Reads are kept for so many weeks: a year, to compare a season with the last. */
export const READS_KEPT_WEEKS = 53;

/** Programs that say so: search engines, previews of links, watchers. What hides is not found by its name. */
const PROGRAMS =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|fetch|monitor|uptime|lighthouse|headless|curl|wget|python|java\/|go-http|libwww|scrapy|phantom|facebookexternalhit|whatsapp|embedly|validator/i;

/** Whether who asks is likely a person: it has a name, and not that of a program. */
export const isLikelyPerson = (userAgent: string | null): boolean =>
  userAgent !== null && userAgent.length > 20 && !PROGRAMS.test(userAgent);

/** The Monday (`2026-11-16`) of the week that lies `back` weeks before an instant's, in a time zone. */
export const readingWeek = (at: Date, timeZone: string, back = 0): string => {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.subtract({ days: day.dayOfWeek - 1 + 7 * back }).toString();
};

/** What readers of one version of the product opened is shown from so many different readers on: of fewer it would tell on them. */
export const VERSION_READERS_FLOOR = 5;
