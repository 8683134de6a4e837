import type { RouterOutputs } from '@/app/_trpc/outputs';

/** A canned reply, filled in for the request of the page. */
export type Canned = RouterOutputs['replies']['fillIn'];

const hearers = new Set<(canned: Canned) => void>();

/** Gives a canned reply to the field where one writes. */
export const tellCanned = (canned: Canned): void => {
  for (const hearer of hearers) hearer(canned);
};

/** Hears of canned replies that are chosen until the returned function is called. */
export const hearCanned = (onChosen: (canned: Canned) => void): (() => void) => {
  hearers.add(onChosen);
  return () => {
    hearers.delete(onChosen);
  };
};
