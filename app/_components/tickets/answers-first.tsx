'use client';

import { useTranslations } from 'next-intl';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { AnswerList } from './answer-list';
import { useScripts } from './use-scripts';

/** The step for browsers without scripts: looks for answers with all that is typed, and sends nothing. */
export const LookFirst = () => {
  const t = useTranslations('tickets.answers');
  if (useScripts()) return null;
  return (
    <Button type="submit" name="intent" value="look" icon="search" className="justify-self-start">
      {t('look')}
    </Button>
  );
};

/** What that step found, above the form, which comes back as it was. */
export const FoundFirst = ({ answers }: { answers: readonly FoundAnswer[] }) => {
  const t = useTranslations('tickets.answers');
  if (useScripts()) return null;
  return (
    <Callout tone="accent" role="status" title={t(answers.length > 0 ? 'title' : 'nothing')}>
      <p>{t(answers.length > 0 ? 'keptBelow' : 'nothingText')}</p>
      {answers.length > 0 ? <AnswerList answers={answers} /> : null}
    </Callout>
  );
};
