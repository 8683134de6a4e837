/** What the resources hold: texts to follow, files to take away, films to watch. */
export const RESOURCE_KINDS = ['guide', 'download', 'video'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Narrows a path segment to a kind of resource. */
export const isResourceKind = (value: string): value is ResourceKind => RESOURCE_KINDS.some((kind) => kind === value);
