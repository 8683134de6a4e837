import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { ClockKind } from '@/domain/tickets/history';

type Explanation = RouterOutputs['tickets']['show']['deadlines'][number]['explanation'];

const FILL = {
  ran: 'fill-info',
  late: 'fill-danger',
  left: 'fill-line',
} as const;

const WIDTH = 300;

/** How much of a deadline is used: what ran, what is left or late, cut where it was paused. Said in words as well. */
export const DeadlineBar = ({
  clock,
  used,
  explanation,
}: {
  clock: ClockKind;
  used: number;
  explanation: Explanation;
}) => {
  const t = useTranslations('tickets.deadlines');
  if (explanation.bar.length === 0) return null;
  const label = `${t('bar', { clock: t(`clock.${clock}`), percent: Math.round(used * 100) })}, ${t('barPauses', { pauses: explanation.pauses.length })}`;
  let from = 0;
  return (
    // Drawn as a picture: our policy allows no widths in a style attribute.
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} 8`}
      className="w-full"
      preserveAspectRatio="none"
      height="8"
    >
      <title>{label}</title>
      {explanation.bar.map((part) => {
        const x = from;
        from += part.share * WIDTH;
        return <rect key={part.kind} x={x} y="1" width={part.share * WIDTH} height="6" className={FILL[part.kind]} />;
      })}
      {explanation.pauses.map((pause) => (
        <rect
          key={`${pause.at}-${pause.reason}`}
          x={pause.at * WIDTH - 1.5}
          y="0"
          width="3"
          height="8"
          className="fill-ink"
        />
      ))}
    </svg>
  );
};
