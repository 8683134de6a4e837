import { Temporal } from './temporal';

/** Whether a text is a calendar day as it is written everywhere here: `2026-11-22`. */
export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
