import { useTranslations } from 'next-intl';
import type { Present } from '@/domain/tickets/presence';
import { Icon } from '../ui/icon';

const namesOf = (people: readonly Present[], doing: Present['doing']): string[] =>
  people.filter((person) => person.doing === doing).map(({ name }) => name);

/** Who else is at the request. Who writes is said aloud, since it concerns whoever wants to answer; who reads is only seen. */
export const Presence = ({ people }: { people: readonly Present[] }) => {
  const t = useTranslations('tickets.live');
  const list = (names: readonly string[]) => ({ names: names.join(', '), count: names.length });
  const [writing, reading] = [namesOf(people, 'writing'), namesOf(people, 'reading')];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <div role="status">
        {writing.length > 0 ? (
          <p className="flex items-center gap-1.5 font-semibold text-warning">
            <Icon name="pencil" size={15} />
            {t('writing', list(writing))}
          </p>
        ) : null}
      </div>
      {reading.length > 0 ? (
        <p className="flex items-center gap-1.5 text-ink-soft">
          <Icon name="eye" size={15} />
          {t('reading', list(reading))}
        </p>
      ) : null}
    </div>
  );
};
