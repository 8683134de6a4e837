/** Pages about the house itself; their words are messages, by these names. */
export const ABOUT_PAGES = ['accessibility', 'legal', 'terms', 'cookies', 'licences'] as const;
export type AboutPage = (typeof ABOUT_PAGES)[number];

/** Narrows a path segment to one of the pages about the house. */
export const isAboutPage = (value: string): value is AboutPage => ABOUT_PAGES.some((page) => page === value);
