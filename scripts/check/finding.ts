/** One thing to put right: where (`file:line`) and what. */
export type Finding = { where: string; what: string };

/** Reads a text's line number from an offset; lines count from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
