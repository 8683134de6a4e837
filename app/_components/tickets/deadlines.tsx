import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/app/_components/ui/badge';
import type { IconName } from '@/app/_components/ui/icons';
import type { Tone } from '@/app/_components/ui/tone';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { Whose } from '@/domain/tickets/explanation';
import { DeadlineBar } from './deadline-bar';
import { useTargetWords } from './target-words';
import { useDuration } from './use-duration';
import { useMoment } from './use-moment';

type Deadline = RouterOutputs['tickets']['show']['deadlines'][number];
type Line = Deadline['explanation']['lines'][number];
/** From where the deadlines are read: the desk, or the customer's side, whose own request it is or not. */
type Side = 'desk' | Whose;

const LOOK: Record<Deadline['state'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'neutral', icon: 'circle-dashed' },
  running: { tone: 'info', icon: 'clock' },
  paused: { tone: 'neutral', icon: 'pause' },
  late: { tone: 'danger', icon: 'alert-triangle' },
  kept: { tone: 'positive', icon: 'check' },
  missed: { tone: 'warning', icon: 'circle-alert' },
  stopped: { tone: 'neutral', icon: 'minus' },
  open: { tone: 'neutral', icon: 'circle-dot' },
};

/** How a deadline stands, in a few words. The desk and the customer are told the same facts, each from their side. */
const useStanding = (side: Side) => {
  const t = useTranslations(`tickets.deadlines.${side === 'desk' ? 'desk' : 'customer'}`);
  const whose = { whose: side };
  const moment = useMoment();
  return (deadline: Deadline): string => {
    if (deadline.state === 'waiting') return t(`waiting.${deadline.awaits ?? 'complete'}`, whose);
    if (deadline.state === 'paused') return t(`paused.${deadline.pausedFor ?? 'waiting_customer'}`, whose);
    return t(deadline.state, {
      due: deadline.due === null ? '' : moment(deadline.due),
      at: deadline.settledAt === null ? '' : moment(deadline.settledAt),
    });
  };
};

const useLineWords = (deadline: Deadline, side: Side) => {
  const t = useTranslations('tickets.deadlines.line');
  const locale = useLocale();
  const moment = useMoment();
  const duration = useDuration();
  const inDays = deadline.target.kind !== 'work';
  // Three days of opening hours are not three days.
  const counted = inDays ? 'all' : 'work';
  const lasting = (line: { from: number; to: number | null }, ended: string, lasts: string) =>
    line.to === null
      ? t(lasts, { from: moment(line.from) })
      : t(ended, { from: moment(line.from), to: moment(line.to) });
  // Who is waited for is somebody else for all but the requester.
  const pausedFor = (reason: Extract<Line, { kind: 'paused' }>['reason']) =>
    side === 'own' && reason === 'waiting_customer' ? 'you' : reason;
  const ran = (line: Extract<Line, { kind: 'ran' }>) => {
    const data = { from: moment(line.from), to: moment(line.to), ran: duration(line.ran, { inDays }) };
    if (line.closed.length === 0) return t('ran', data);
    const names = line.closed.map((name) => inLocale(name, isLocale(locale) ? locale : DEFAULT_LOCALE));
    return t('ranClosed', { ...data, closed: names.join(', ') });
  };
  return (line: Line): string => {
    switch (line.kind) {
      case 'waited':
        return lasting(line, `waited.${line.awaits}`, `waits.${line.awaits}`);
      case 'paused':
        return lasting(line, `paused.${pausedFor(line.reason)}`, `pauses.${pausedFor(line.reason)}`);
      case 'ran':
        return ran(line);
      case 'left':
        return t('left', { counted, left: duration(line.left, { inDays }), due: moment(line.due) });
      case 'late':
        return t('late', { counted, due: moment(line.due), by: duration(line.by, { inDays }) });
      case 'kept':
        return line.early > 0
          ? t('keptEarly', { counted, at: moment(line.at), early: duration(line.early, { inDays }) })
          : t('kept', { at: moment(line.at) });
      case 'missed':
        return t('missed', { counted, at: moment(line.at), by: duration(line.by, { inDays }) });
      default:
        return t('stopped', { at: moment(line.at) });
    }
  };
};

const Story = ({ deadline, side }: { deadline: Deadline; side: Side }) => {
  const t = useTranslations('tickets.deadlines');
  const words = useLineWords(deadline, side);
  if (deadline.explanation.lines.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-soft underline decoration-line-strong underline-offset-2">
        {t('story')}
      </summary>
      <ol className="mt-2 grid gap-1.5 border-s border-line ps-3 text-ink-soft">
        {deadline.explanation.lines.map((line) => (
          <li key={`${line.kind}-${'from' in line ? line.from : 'end'}`}>{words(line)}</li>
        ))}
      </ol>
    </details>
  );
};

const DeskDeadline = ({ deadline }: { deadline: Deadline }) => {
  const t = useTranslations('tickets.deadlines');
  const standing = useStanding('desk');
  const target = useTargetWords();
  const { tone, icon } = LOOK[deadline.state];
  return (
    <li className="grid gap-2 border-t border-line pt-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="text-sm font-semibold">{t(`clock.${deadline.kind}`)}</h3>
        <span className="text-sm text-ink-faint">{target(deadline.target)}</span>
      </div>
      <Badge tone={tone} icon={icon} className="h-auto! min-h-6 justify-self-start py-0.5 whitespace-normal!">
        {standing(deadline)}
      </Badge>
      <DeadlineBar clock={deadline.kind} used={deadline.used} explanation={deadline.explanation} />
      <Story deadline={deadline} side="desk" />
    </li>
  );
};

/** The deadlines of a request for who works on it: how each stands, how much is used, and why. */
export const DeskDeadlines = ({ deadlines }: { deadlines: readonly Deadline[] }) => {
  const t = useTranslations('tickets.deadlines');
  return (
    <section aria-labelledby="deadlines" className="grid gap-4">
      <h2 id="deadlines" className="text-base font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-3">
        {deadlines.map((deadline) => (
          <DeskDeadline key={deadline.kind} deadline={deadline} />
        ))}
      </ul>
    </section>
  );
};

/** A bar that fills up is worth a look only while it does. */
const isUnderWay = ({ state }: Deadline): boolean => state === 'running' || state === 'paused' || state === 'late';

/** The deadlines of a request for the customer, in words and how they came about; what is no longer needed is left out. */
export const CustomerDeadlines = ({ deadlines, whose }: { deadlines: readonly Deadline[]; whose: Whose }) => {
  const t = useTranslations('tickets.deadlines');
  const standing = useStanding(whose);
  const shown = deadlines.filter(({ state }) => state !== 'stopped');
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="deadlines" className="grid gap-2">
      <h2 id="deadlines" className="text-base font-semibold">
        {t('title')}
      </h2>
      <dl className="grid gap-4 text-sm">
        {shown.map((deadline) => (
          <div key={deadline.kind}>
            <dt className="text-ink-faint">{t(`clock.${deadline.kind}`)}</dt>
            <dd className="grid gap-1.5">
              <span className={deadline.state === 'late' ? 'text-danger' : undefined}>{standing(deadline)}</span>
              {isUnderWay(deadline) ? (
                <DeadlineBar clock={deadline.kind} used={deadline.used} explanation={deadline.explanation} />
              ) : null}
              <Story deadline={deadline} side={whose} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
