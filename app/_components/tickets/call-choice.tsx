import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { CALL_LIMITS } from '@/domain/tickets/calls';
import { momentWords } from '@/domain/time/moment-words';
import { chooseCall } from './call-actions';
import { AboutCall, type Call, type CallPlace, CancelCall, callerWords } from './call-parts';

/** The slots that are still to come, each a target of its own. */
const SlotChoice = ({ call, flash, locale }: { call: Call; flash: Flash | null; locale: Locale }) => {
  const t = useTranslations('tickets.call');
  const say = usePhrase();
  return (
    <RadioGroup
      name="slot"
      legend={t('which')}
      error={say(flash?.fields.slot)}
      defaultValue={flash?.values.slot}
      options={call.slots
        .filter(({ over }) => !over)
        .map(({ at }) => ({ value: String(at.getTime()), label: momentWords(at, call.timeZone, locale) }))}
    />
  );
};

const Choosing = async ({ call, ...at }: CallPlace & { call: Call }) => {
  const t = await getTranslations('tickets.call');
  const flash = await takeFlash('call-choose');
  return (
    <div className="grid gap-4">
      <p>{t('proposed', { ...callerWords(call), minutes: call.minutes })}</p>
      {call.slots.every(({ over }) => over) ? (
        <p>{t('allOver')}</p>
      ) : (
        <form action={chooseCall} className="grid max-w-form gap-5" noValidate>
          <AboutCall {...at} callId={call.id} />
          <FormMessage flash={flash} />
          <SlotChoice call={call} flash={flash} locale={at.locale} />
          <TextField
            flash={flash}
            name="phone"
            type="tel"
            autoComplete="tel"
            label={t('phone')}
            hint={t('phoneHint')}
            maxLength={CALL_LIMITS.phone}
          />
          <Button type="submit" icon="check" className="justify-self-start">
            {t('choose')}
          </Button>
        </form>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="text-sm text-ink-soft">{t('noneFits')}</p>
        <CancelCall {...at} callId={call.id}>
          {t('decline')}
        </CancelCall>
      </div>
    </div>
  );
};

/** What the customer's side sees of a call: slots to choose from, or when they will be called. */
export const CallChoice = async ({ locale, number }: { locale: Locale; number: number }) => {
  const { call } = await (await serverApi()).tickets.showCall({ number });
  if (!call) return null;
  const t = await getTranslations('tickets.call');
  const cancel = await takeFlash('call-cancel');
  const at: CallPlace = { locale, number, place: 'requests' };
  return (
    <section id="call" aria-labelledby="call-title" className="grid gap-4 rounded-lg border border-line bg-surface p-5">
      <h2 id="call-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <FormMessage flash={cancel} />
      {call.chosenAt ? (
        <>
          <Callout tone="positive" title={t('agreed', { when: momentWords(call.chosenAt, call.timeZone, locale) })}>
            <p>
              {call.phone
                ? t('calls', { ...callerWords(call), phone: call.phone, minutes: call.minutes })
                : t('callsWithout', { ...callerWords(call), minutes: call.minutes })}
            </p>
          </Callout>
          {call.decides ? (
            <CancelCall {...at} callId={call.id}>
              {t('cancel')}
            </CancelCall>
          ) : null}
        </>
      ) : call.chooses ? (
        <Choosing call={call} {...at} />
      ) : (
        <p>{t('waits')}</p>
      )}
    </section>
  );
};
