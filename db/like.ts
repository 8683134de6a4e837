/** A text of which no sign means anything to `like`. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The pattern of `like` for what holds a text. */
export const containing = (text: string): string => `%${literally(text)}%`;
