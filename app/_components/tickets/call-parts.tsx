import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { momentWords } from '@/domain/time/moment-words';
import { cancelCall } from './call-actions';

export type Call = NonNullable<RouterOutputs['tickets']['showCall']['call']>;
export type CallPlace = { locale: Locale; number: number; place: 'requests' | 'desk' };

/** What each form about a call tells its action. */
export const AboutCall = ({ locale, number, place, callId }: CallPlace & { callId?: string }) => (
  <>
    <HiddenFields locale={locale} />
    <input type="hidden" name="number" value={number} />
    <input type="hidden" name="place" value={place} />
    {callId ? <input type="hidden" name="callId" value={callId} /> : null}
  </>
);

/** Calls it off. */
export const CancelCall = ({ callId, children, ...at }: CallPlace & { callId: string; children: string }) => (
  <form action={cancelCall}>
    <AboutCall {...at} callId={callId} />
    <Button type="submit" size="sm" icon="x">
      {children}
    </Button>
  </form>
);

/** The slots that were proposed, in words. */
export const SlotList = ({ call, locale }: { call: Call; locale: Locale }) => {
  const t = useTranslations('tickets.call');
  return (
    <ul className="grid list-disc gap-0.5 ps-5">
      {call.slots.map(({ at, over }) => (
        <li key={at.getTime()}>
          {momentWords(at, call.timeZone, locale)}
          {over ? ` (${t('over')})` : ''}
        </li>
      ))}
    </ul>
  );
};

/** Who calls, for sentences that name nobody where nobody does by name yet. */
export const callerWords = ({ agent }: Pick<Call, 'agent'>) => ({ agent: agent ?? '', known: agent ? 'yes' : 'no' });
