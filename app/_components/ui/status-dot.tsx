import clsx from 'clsx';
import { TONE_TEXT, type Tone } from './tone';

/** A dot before a word that says the same; `live` while it goes on. */
export const StatusDot = ({
  tone,
  live = false,
  className,
}: {
  tone: Tone;
  live?: boolean | undefined;
  className?: string | undefined;
}) => (
  <span
    aria-hidden="true"
    className={clsx(
      'status-dot inline-block size-2 shrink-0 rounded-full bg-current',
      TONE_TEXT[tone],
      live && 'pulse',
      className,
    )}
  />
);
