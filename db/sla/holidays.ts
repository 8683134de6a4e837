import type { HolidayOn } from '@/domain/sla/calendar';

/** Whose public holidays a calendar keeps: an ISO country, and one of its regions where holidays differ. */
export type HolidayPlace = { country: string; region: string | null };

type Named = { key: string; name: string };

// Loaded when it is first asked: it carries the rules of the whole world, which most processes never need.
const library = async () => (await import('date-holidays')).default;
type Library = Awaited<ReturnType<typeof library>>;

/** The library writes as keyboards do. */
const typeset = (name: string): string => name.replaceAll("'", '’');

const sorted = (names: Record<string, string> | undefined, language: string): Named[] =>
  Object.entries(names ?? {})
    .map(([key, name]) => ({ key, name: typeset(name) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));

/** The countries whose holidays are known, with their names in a language. */
export const holidayCountries = async (language: string): Promise<Named[]> =>
  sorted(new (await library())().getCountries(language), language);

/** The regions of a country that have holidays of their own. */
export const holidayRegions = async (country: string, language: string): Promise<Named[]> =>
  sorted(new (await library())().getStates(country, language), language);

/** Whether the holidays of a place are known. */
export const knowsPlace = async ({ country, region }: HolidayPlace): Promise<boolean> => {
  const known = new (await library())();
  if (!(country in known.getCountries())) return false;
  return region === null || region in (known.getStates(country) ?? {});
};

/** Days on which offices are closed in a year of a place; days that only banks, schools or some people keep are no holidays here. */
const yearOf = (
  Holidays: Library,
  { country, region }: HolidayPlace,
  year: number,
): Map<string, { fr: string; en: string }> => {
  const known = region ? new Holidays(country, region) : new Holidays(country);
  const named = (language: string) => known.getHolidays(year, language).filter(({ type }) => type === 'public');
  const english = new Map(named('en').map(({ date, name }) => [date.slice(0, 10), name]));
  return new Map(
    named('fr').map(({ date, name }) => {
      const day = date.slice(0, 10);
      return [day, { fr: typeset(name), en: typeset(english.get(day) ?? name) }];
    }),
  );
};

const years = new Map<string, ReturnType<typeof yearOf>>();

/**
 * The public holidays of a place, by local date; nothing is a holiday where no country is given. The only file that
 * knows the library; its rules are worked out once a year and place.
 */
export const publicHolidays = async (place: HolidayPlace | null): Promise<HolidayOn> => {
  if (!place) return () => null;
  const Holidays = await library();
  return (date) => {
    const year = date.slice(0, 4);
    const key = `${place.country}:${place.region ?? ''}:${year}`;
    const known = years.get(key) ?? yearOf(Holidays, place, Number(year));
    years.set(key, known);
    return known.get(date) ?? null;
  };
};
