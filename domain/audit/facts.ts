/** A fact of an entry as it can be said: a label's key, and what was before and after, or what it is. */
export type AuditFact = { key: string; before: AuditValue | null; value: AuditValue };
export type AuditValue = string | number | boolean;

const isValue = (value: unknown): value is AuditValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const asValue = (value: unknown): AuditValue | null => {
  if (isValue(value)) return value;
  if (Array.isArray(value)) return value.map((one) => (isValue(one) ? String(one) : JSON.stringify(one))).join(', ');
  return value === null || value === undefined ? null : JSON.stringify(value);
};

/** Pairs that verbs write as what was before and what is after. */
const CHANGES = ['visibility', 'active', 'calendar', 'policy'];

/**
 * The facts that a verb wrote down, one by one, in its order; what is empty is left out, and `from` with `to` is one
 * change.
 */
export const auditFacts = (data: Record<string, unknown>): AuditFact[] => {
  const { from, to, ...rest } = data;
  const change = to === undefined ? [] : [{ key: 'to', before: asValue(from), value: asValue(to) }];
  const lone = to === undefined && from !== undefined ? [{ key: 'from', before: null, value: asValue(from) }] : [];
  const others = Object.entries(rest).map(([key, value]) =>
    CHANGES.includes(key) && Array.isArray(value) && value.length === 2
      ? { key, before: asValue(value[0]), value: asValue(value[1]) }
      : { key, before: null, value: asValue(value) },
  );
  return [...change, ...lone, ...others].flatMap((fact) =>
    fact.value === null || fact.value === '' || fact.before === fact.value ? [] : [{ ...fact, value: fact.value }],
  );
};
