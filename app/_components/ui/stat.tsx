import type { ReactNode } from 'react';

/** A figure and what it counts, inside a `<dl>`. */
export const Stat = ({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) => (
  <div className="flex flex-col-reverse justify-end">
    {note ? <dd className="mt-1 text-sm text-ink-faint">{note}</dd> : null}
    <dd className="tabular font-display text-3xl font-semibold tracking-tight">{value}</dd>
    <dt className="mb-1 text-sm text-ink-soft">{label}</dt>
  </div>
);
