/**
 * Whether what is pasted into a text is text: word processors and spreadsheets put a picture of it beside the words, screenshots and
 * copied files come without formatted words. `types` as the clipboard names them.
 */
export const isWritten = (types: readonly string[]): boolean =>
  types.includes('text/plain') && types.includes('text/html');
