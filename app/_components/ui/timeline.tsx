import type { ReactNode } from 'react';
import { StatusDot } from './status-dot';
import type { Tone } from './tone';

export const Timeline = ({ label, children }: { label: string; children: ReactNode }) => (
  <ol aria-label={label} className="grid gap-6">
    {children}
  </ol>
);

type TimelineItemProps = {
  tone?: Tone | undefined;
  title: ReactNode;
  when: ReactNode;
  live?: boolean | undefined;
  children?: ReactNode;
};

/** One thing that happened: what in words, when, and its text. */
export const TimelineItem = ({ tone = 'neutral', title, when, live, children }: TimelineItemProps) => (
  <li className="relative ps-7 before:absolute before:start-[3.5px] before:top-4 before:-bottom-8 before:w-px before:bg-line last:before:hidden">
    <span className="absolute start-0 top-[0.45em] rounded-full bg-(--ground) ring-4 ring-(--ground)">
      <StatusDot tone={tone} live={live} className="block" />
    </span>
    <div className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold">{title}</span>
      <span className="text-sm text-ink-faint">{when}</span>
    </div>
    {children ? <div className="prose prose-compact mt-1 text-ink-soft">{children}</div> : null}
  </li>
);
