import clsx from 'clsx';

type ProgressProps = {
  label: string;
  value: number;
  max?: number | undefined;
  /** The figure in words ("3 of 5 steps"); shown at the end of the label's line. */
  words?: string | undefined;
  className?: string | undefined;
};

export const Progress = ({ label, value, max = 100, words, className }: ProgressProps) => (
  <div className={clsx('grid gap-1.5', className)}>
    <div className="flex justify-between gap-4 text-sm">
      <span className="text-ink-soft">{label}</span>
      {words ? <span className="tabular font-medium">{words}</span> : null}
    </div>
    <progress className="progress" value={value} max={max} aria-label={label} />
  </div>
);
