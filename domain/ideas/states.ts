/**
 * Where an idea stands, as one literal table that the server obeys and the pages read.
 * Source: product description, part F.
 */
export const IDEA_STATES = ['received', 'reviewed', 'grouped', 'planned', 'shipped', 'declined'] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

type StateRule = {
  /** Where the product team may take it from here. */
  next: readonly IdeaState[];
  /** Whether it can be supported: what is done or decided against asks for no more voices. */
  takesVotes: boolean;
};

export const IDEA_RULES: Record<IdeaState, StateRule> = {
  received: { next: ['reviewed', 'grouped', 'planned', 'shipped', 'declined'], takesVotes: false },
  reviewed: { next: ['grouped', 'planned', 'shipped', 'declined'], takesVotes: true },
  grouped: { next: ['reviewed', 'planned', 'shipped', 'declined'], takesVotes: true },
  planned: { next: ['reviewed', 'grouped', 'shipped', 'declined'], takesVotes: true },
  shipped: { next: ['planned'], takesVotes: false },
  declined: { next: ['reviewed'], takesVotes: false },
};

/** Narrows a value from outside to a state. */
export const isIdeaState = (value: unknown): value is IdeaState => IDEA_STATES.some((state) => state === value);

/** What a move has to say besides where it leads: a theme that it joins, or why the idea is not followed. */
export type IdeaMoveField = 'theme' | 'reason';

/** What a move to a state must say. */
export const ideaMoveNeeds = (to: IdeaState): IdeaMoveField | null => {
  if (to === 'grouped') return 'theme';
  return to === 'declined' ? 'reason' : null;
};

/** Whether an idea in this state may belong to a theme of the roadmap. */
export const mayHaveTheme = (state: IdeaState): boolean =>
  state === 'grouped' || state === 'planned' || state === 'shipped';

/**
 * Whether reaching this state shows the idea to everybody. What the product team has not read yet is seen by its author and by
 * staff alone, and so is what it declines on first reading: people write names and figures of their own into what they ask for.
 */
export const publishes = (to: IdeaState): boolean => to !== 'received' && to !== 'declined';

/** How often its author would need it. */
export const IDEA_RHYTHMS = ['daily', 'weekly', 'monthly', 'yearly'] as const;
export type IdeaRhythm = (typeof IDEA_RHYTHMS)[number];

/** Narrows a value from outside to a rhythm. */
export const isIdeaRhythm = (value: unknown): value is IdeaRhythm => IDEA_RHYTHMS.some((rhythm) => rhythm === value);

/** How ideas are listed for readers: by how many support them, by date, and by what became of them. */
export const IDEA_VIEWS = ['popular', 'recent', 'planned', 'shipped', 'declined'] as const;
export type IdeaView = (typeof IDEA_VIEWS)[number];

/** Narrows a value from outside to a view. */
export const isIdeaView = (value: unknown): value is IdeaView => IDEA_VIEWS.some((view) => view === value);

/** The states whose ideas a view holds. */
export const statesOfView = (view: IdeaView): readonly IdeaState[] => {
  if (view === 'popular' || view === 'recent') return ['reviewed', 'grouped', 'planned'];
  return [view];
};

/** The longest texts of an idea, in characters. */
export const IDEA_LIMITS = { title: 160, text: 4_000, reason: 1_000 } as const;
