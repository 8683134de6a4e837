const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** “2 months ago” in the language of the page; the exact date stays in the title. */
export const relativeWords = (from: number, to: number, locale: string): string => {
  const seconds = (to - from) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return format.format(unit === 'second' ? 0 : Math.trunc(seconds / length), unit);
};

/** A stored page may be hours old: its relative dates are told anew from their instants. */
export const refreshTimes = (): void => {
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-relative][datetime]')) {
    const instant = Date.parse(element.dateTime);
    if (Number.isNaN(instant)) continue;
    const words = relativeWords(Date.now(), instant, document.documentElement.lang || 'fr');
    if (element.textContent !== words) element.textContent = words;
  }
};
