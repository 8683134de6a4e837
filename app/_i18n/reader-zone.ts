import { cache } from 'react';

/**
 * The time zone of the person this page is rendered for: set when they become known, for this one rendering. Pages that
 * are the same for everybody never set it and show the zone of the house.
 */
export const readerZone = cache((): { timeZone: string | undefined } => ({ timeZone: undefined }));
