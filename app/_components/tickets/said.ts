import type { RouterOutputs } from '@/app/_trpc/outputs';

type Message = RouterOutputs['tickets']['show']['messages'][number];

/** A message as it is announced: whose it is, and whether it is a note among staff. */
export type Said = { id: string; name: string | null; internal: boolean };

/** What others than the reader have said, oldest first. */
export const saidByOthers = (messages: readonly Message[], readerId: string): Said[] =>
  messages
    .filter(({ authorId }) => authorId !== readerId)
    .map(({ id, authorName, visibility }) => ({ id, name: authorName, internal: visibility === 'internal' }));

type Fact = RouterOutputs['tickets']['show']['events'][number];

/** Whether the reader has brought the request to where it stands. */
export const movedByReader = (facts: readonly Fact[], readerId: string): boolean =>
  facts.findLast(({ kind }) => kind === 'moved')?.actorId === readerId;
