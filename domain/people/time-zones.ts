/** The time zones a person can choose, by their IANA names, in alphabetical order. */
export const TIME_ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();

const KNOWN = new Set(TIME_ZONES);

/** Whether it is the name of a time zone that can be chosen. */
export const isTimeZone = (value: string): boolean => KNOWN.has(value);
