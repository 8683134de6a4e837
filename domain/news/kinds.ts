/** What a release note tells of: each kind has its own badge and label. */
export const RELEASE_KINDS = ['new', 'improved', 'fixed', 'removed'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** The meetings a help centre announces. */
export const EVENT_KINDS = ['webinar', 'training'] as const;
