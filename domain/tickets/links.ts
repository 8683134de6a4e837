/** How one request may stand to another, as kept: the first is what the kind says of it, the second is what it says it of. */
export const LINK_KINDS = ['related', 'duplicate_of', 'follows', 'caused_by'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The same seen from either end: what a request is to the other one. */
export const LINK_ROLES = [
  'related',
  'duplicate_of',
  'has_duplicate',
  'follows',
  'followed_by',
  'caused_by',
  'causes',
] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

/** Whether the request of that role is the first of the pair, and of which kind the link is. */
const PLACES: Record<LinkRole, { kind: LinkKind; end: 'from' | 'to' }> = {
  related: { kind: 'related', end: 'from' },
  duplicate_of: { kind: 'duplicate_of', end: 'from' },
  has_duplicate: { kind: 'duplicate_of', end: 'to' },
  follows: { kind: 'follows', end: 'from' },
  followed_by: { kind: 'follows', end: 'to' },
  caused_by: { kind: 'caused_by', end: 'from' },
  causes: { kind: 'caused_by', end: 'to' },
};

/** Where a request of this role stands in a link. */
export const placeOf = (role: LinkRole): { kind: LinkKind; end: 'from' | 'to' } => PLACES[role];

/** What a request is to the other one, by the kind of their link and the end it stands at. What is related has no ends. */
export const roleAt = (kind: LinkKind, end: 'from' | 'to'): LinkRole => {
  if (kind === 'related') return 'related';
  return LINK_ROLES.find((role) => PLACES[role].kind === kind && PLACES[role].end === end) ?? 'related';
};

/** What the other request is to this one. */
export const roleOfOther = (role: LinkRole): LinkRole => {
  const { kind, end } = PLACES[role];
  return roleAt(kind, end === 'from' ? 'to' : 'from');
};

/** Narrows a value from outside to a role. */
export const isLinkRole = (value: unknown): value is LinkRole => LINK_ROLES.some((role) => role === value);
