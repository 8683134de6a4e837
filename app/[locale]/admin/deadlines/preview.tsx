import { useTranslations } from 'next-intl';
import { useTargetWords } from '@/app/_components/tickets/target-words';
import { useMoment } from '@/app/_components/tickets/use-moment';
import { Table, Td, Th } from '@/app/_components/ui/table';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { CLOCK_KINDS } from '@/domain/tickets/history';

type Shown = RouterOutputs['sla']['show'];

/** When a request of each level, opened this very moment, would be due by a policy. */
export const Preview = ({ policy, locale }: { policy: Shown['policies'][number]; locale: Locale }) => {
  const t = useTranslations('admin.deadlines.preview');
  const tClock = useTranslations('tickets.deadlines.clock');
  const moment = useMoment();
  const words = useTargetWords();
  return (
    <Table label={t('table', { policy: inLocale(policy.name, locale) })}>
      <thead>
        <tr>
          <Th>{t('level')}</Th>
          {CLOCK_KINDS.map((clock) => (
            <Th key={clock}>{tClock(clock)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {policy.levels
          .filter(({ active }) => active)
          .map((level) => (
            <tr key={level.key}>
              <Td className="font-semibold">{inLocale(level.name, locale)}</Td>
              {(level.dues ?? []).map(({ clock, due, target }) => (
                <Td key={clock}>
                  <span className="block whitespace-nowrap">{due === null ? t('none') : moment(due)}</span>
                  <span className="text-sm text-ink-faint">{due === null ? null : words(target)}</span>
                </Td>
              ))}
            </tr>
          ))}
      </tbody>
    </Table>
  );
};
