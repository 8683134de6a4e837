import { useTranslations } from 'next-intl';
import { Callout } from '@/app/_components/ui/callout';
import { withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';

/** Tells who looks after an organisation that people wait to be let in, with the way to answer them. */
export const JoinNotice = ({
  waiting,
  locale,
}: {
  waiting: RouterOutputs['organisations']['countAsked'];
  locale: Locale;
}) => {
  const t = useTranslations('organisations.joining.notice');
  if (waiting.length === 0) return null;
  return (
    <Callout tone="info" icon="user-plus">
      <ul className="list-none! ps-0!">
        {waiting.map(({ organisationId, organisationName, count }) => (
          <li key={organisationId}>
            {t.rich('text', {
              count,
              organisation: organisationName,
              link: (words) => (
                <a href={`${withQuery(`/${locale}/account/organisation`, { id: organisationId })}#asked`}>{words}</a>
              ),
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
};
