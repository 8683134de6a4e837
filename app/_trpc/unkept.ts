import 'server-only';
import { log } from '@/server/kernel/log';
import { refusalBehind } from './refusal';

/** For the catch of a search that nobody waits to see kept: a refusal is no fault, everything else is told in the log. */
export const tellUnkeptSearch = (error: unknown): void => {
  if (!refusalBehind(error)) log.warn('a search was not kept', { error });
};
