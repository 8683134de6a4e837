import type { LocalisedText } from '../people/localised';
import { type IdeaState, mayHaveTheme, publishes } from './states';

/** Kinds of facts in an idea's history. History is append-only; the row of the idea is a cache of it. */
export const IDEA_EVENT_KINDS = ['proposed', 'edited', 'moved', 'merged', 'unmerged', 'tied', 'untied'] as const;

/** Where an idea went, with what the move said. */
export type IdeaMove = { from: IdeaState; to: IdeaState; themeId?: string; reason?: LocalisedText };

/** A fact: what happened, who did it (`null` is Guichet itself) and when (epoch milliseconds, UTC). */
export type IdeaEvent = { at: number; actorId: string | null } & (
  | { kind: 'proposed' | 'edited'; data: Record<string, never> }
  | { kind: 'moved'; data: IdeaMove }
  /** It goes on in another one, or stands for itself again. */
  | { kind: 'merged' | 'unmerged'; data: { other: number; otherId: string } }
  /** A request of this number is behind it, or is no more. */
  | { kind: 'tied' | 'untied'; data: { ticket: number } }
);

/** What the row of an idea caches from its history; instants in epoch milliseconds. */
export type IdeaFacts = {
  state: IdeaState;
  /** When the product team first decided about it. */
  readAt: number | null;
  /** Since when everybody sees it. */
  publishedAt: number | null;
  themeId: string | null;
  /** Why it is not followed. */
  reason: LocalisedText | null;
  /** The idea that goes on in its place. */
  mergedIntoId: string | null;
  /** When something last became of it. */
  changedAt: number;
};

const after = (facts: IdeaFacts, event: IdeaEvent): IdeaFacts => {
  switch (event.kind) {
    case 'moved': {
      const { to, themeId, reason } = event.data;
      return {
        ...facts,
        state: to,
        readAt: facts.readAt ?? event.at,
        publishedAt: facts.publishedAt ?? (publishes(to) ? event.at : null),
        // A theme that a later move does not name is kept as long as the state may have one.
        themeId: mayHaveTheme(to) ? (themeId ?? facts.themeId) : null,
        reason: to === 'declined' ? (reason ?? null) : null,
        changedAt: event.at,
      };
    }
    case 'merged':
      return { ...facts, mergedIntoId: event.data.otherId, readAt: facts.readAt ?? event.at, changedAt: event.at };
    case 'unmerged':
      return { ...facts, mergedIntoId: null, changedAt: event.at };
    case 'edited':
      return { ...facts, changedAt: event.at };
    default:
      return facts;
  }
};

/** Folds an idea's history, oldest first, into what its row says. Throws a `RangeError` when it does not begin with its proposal. */
export const foldIdea = (events: readonly IdeaEvent[]): IdeaFacts => {
  const [first, ...rest] = events;
  if (first?.kind !== 'proposed') throw new RangeError('a history begins with the proposal');
  const initial: IdeaFacts = {
    state: 'received',
    readAt: null,
    publishedAt: null,
    themeId: null,
    reason: null,
    mergedIntoId: null,
    changedAt: first.at,
  };
  return rest.reduce(after, initial);
};
