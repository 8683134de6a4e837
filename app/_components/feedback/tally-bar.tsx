import { useTranslations } from 'next-intl';
import { type Tally, VERDICTS, votesOf } from '@/domain/articles/feedback';

const FILL = { yes: 'fill-positive', partly: 'fill-warning', no: 'fill-danger' } as const;

/** How many said what, in words, over a bar of the same shares. */
export const TallyBar = ({ tally }: { tally: Tally }) => {
  const t = useTranslations('feedback');
  const votes = Math.max(1, votesOf(tally));
  let from = 0;
  return (
    <div className="grid min-w-44 gap-1.5">
      <span className="tabular flex flex-wrap gap-x-3 text-sm">
        {VERDICTS.map((verdict) => (
          <span key={verdict}>
            {t(`verdicts.${verdict}`)} <b>{tally[verdict]}</b>
          </span>
        ))}
      </span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full rounded-full">
        {VERDICTS.map((verdict) => {
          const width = (100 * tally[verdict]) / votes;
          const x = from;
          from += width;
          return <rect key={verdict} x={x} y={0} width={width} height={6} className={FILL[verdict]} />;
        })}
      </svg>
    </div>
  );
};
