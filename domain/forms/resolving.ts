/** What a type of request may ask of the desk before one of its requests is resolved. */
export const RESOLVE_NEEDS = ['verdict', 'tags', 'criticality', 'assignee'] as const;
export type ResolveNeed = (typeof RESOLVE_NEEDS)[number];
