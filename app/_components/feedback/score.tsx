import { useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import { ENOUGH_VOTES, type Tally, votesOf } from '@/domain/articles/feedback';

type ScoreProps = {
  tally: Tally;
  unhelped: number;
  /** As a sentence, where no column says what the figure is. */
  whole?: boolean;
};

/** The share of readers left without an answer, at least; or that there are too few votes to say. */
export const UnhelpedScore = ({ tally, unhelped, whole = false }: ScoreProps) => {
  const t = useTranslations('feedback.studio');
  const format = useFormat();
  if (votesOf(tally) < ENOUGH_VOTES)
    return <span className="text-ink-faint">{t(whole ? 'tooFewWhole' : 'tooFew')}</span>;
  return (
    <span className="tabular">
      {t(whole ? 'atLeastWhole' : 'atLeast', { share: format.number(unhelped, { style: 'percent' }) })}
    </span>
  );
};
