import type { ReactNode } from 'react';

/** Properties as quiet rows: what it is on the left, what it holds on the right. */
export const DetailsList = ({ rows }: { rows: readonly { label: string; value: ReactNode }[] }) => (
  <dl className="divide-y divide-line text-sm">
    {rows.map((row) => (
      <div key={row.label} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3 py-2.5">
        <dt className="text-ink-faint">{row.label}</dt>
        <dd className="min-w-0 wrap-anywhere">{row.value}</dd>
      </div>
    ))}
  </dl>
);
