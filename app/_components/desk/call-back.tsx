import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { proposeCall, recapCall } from '@/app/_components/tickets/call-actions';
import {
  AboutCall,
  type Call,
  type CallPlace,
  CancelCall,
  callerWords,
  SlotList,
} from '@/app/_components/tickets/call-parts';
import { MentionTextarea } from '@/app/_components/tickets/mention-textarea';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field, FieldError } from '@/app/_components/ui/field';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { CALL_LIMITS, CALL_MINUTES } from '@/domain/tickets/calls';
import type { Mentionable } from '@/domain/tickets/mentions';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES, type TicketStatus } from '@/domain/tickets/status';
import { momentWords } from '@/domain/time/moment-words';

type Read = RouterOutputs['tickets']['showCall'];
type Desk = { locale: Locale; number: number };

type RecapFieldProps = { flash: Flash | null; label: string; hint: string; people: readonly Mentionable[] };

const RecapField = ({ flash, label, hint, people }: RecapFieldProps) => {
  const say = usePhrase();
  return (
    <Field id="recap" label={label} hint={hint} error={say(flash?.fields.body)}>
      {(wiring) => (
        <MentionTextarea
          {...wiring}
          people={people}
          name="recap"
          rows={5}
          maxLength={TICKET_LIMITS.reply.max}
          defaultValue={flash?.values.recap}
        />
      )}
    </Field>
  );
};

type AgreedProps = CallPlace & { call: Call; at: Date; people: readonly Mentionable[] };

const Agreed = async ({ call, at, people, ...place }: AgreedProps) => {
  const t = await getTranslations('desk.call');
  const flash = await takeFlash('call-recap');
  const when = momentWords(at, call.timeZone, place.locale);
  return (
    <>
      <Callout tone={call.recapDue ? 'warning' : 'info'} title={t(call.recapDue ? 'wasAt' : 'isAt', { when })}>
        <p>
          {t('callNumber', { minutes: call.minutes })}{' '}
          <a href={`tel:${call.phone?.replace(/[^\d+]/g, '')}`}>{call.phone}</a>
        </p>
      </Callout>
      <details open={call.recapDue || flash !== null}>
        <summary className="w-fit cursor-pointer text-sm font-semibold">
          {t(call.recapDue ? 'write' : 'writeEarly')}
        </summary>
        <form action={recapCall} className="mt-3 grid gap-4" noValidate>
          <AboutCall {...place} callId={call.id} />
          <FormMessage flash={flash} />
          <RecapField flash={flash} label={t('recap')} hint={t('recapHint')} people={people} />
          <Button type="submit" icon="send" className="justify-self-start">
            {t('sendRecap')}
          </Button>
        </form>
      </details>
    </>
  );
};

/** The call that is to come about, in the desk's conversation: what was proposed, or when to call and what was said. */
export const CallNotice = async ({ read, people, ...desk }: Desk & { read: Read; people: readonly Mentionable[] }) => {
  const { call } = read;
  if (!call) return null;
  const t = await getTranslations('desk.call');
  const cancel = await takeFlash('call-cancel');
  const at: CallPlace = { ...desk, place: 'desk' };
  return (
    <section id="call" aria-labelledby="call-title" className="grid gap-4 rounded-lg border border-line bg-surface p-5">
      <h2 id="call-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <FormMessage flash={cancel} />
      {call.chosenAt ? (
        <Agreed call={call} at={call.chosenAt} people={people} {...at} />
      ) : (
        <div className="grid gap-2">
          <p>{t('waits', callerWords(call))}</p>
          <SlotList call={call} locale={desk.locale} />
        </div>
      )}
      <CancelCall {...at} callId={call.id}>
        {t('cancel')}
      </CancelCall>
    </section>
  );
};

const SLOTS = Array.from({ length: CALL_LIMITS.slots.max }, (_, index) => index + 1);

/** The times to choose from; what is wrong with them together is said of all. */
const SlotFields = ({ flash, zone }: { flash: Flash | null; zone: string }) => {
  const t = useTranslations('desk.call');
  const say = usePhrase();
  const fault = flash?.fields.slots;
  return (
    <fieldset className="grid gap-3" aria-describedby={fault ? 'call-slots-hint call-slots-error' : 'call-slots-hint'}>
      <legend className="sr-only">{t('slots')}</legend>
      <p id="call-slots-hint" className="text-sm text-ink-soft">
        {t('zone', { zone: zone.replaceAll('_', ' ') })}
      </p>
      {SLOTS.map((slot) => (
        <TextField
          key={slot}
          flash={flash}
          id={`call-slot-${slot}`}
          name={`slot-${slot}`}
          type="datetime-local"
          label={t('slot', { slot })}
          optional={slot > CALL_LIMITS.slots.min}
        />
      ))}
      {fault ? <FieldError id="call-slots-error">{say(fault)}</FieldError> : null}
    </fieldset>
  );
};

/** Proposes slots for a call, in the requester's own hours. */
export const ProposeCall = async ({ read, status, ...desk }: Desk & { read: Read; status: TicketStatus }) => {
  const t = await getTranslations('desk.call');
  const flash = await takeFlash('call-propose');
  if (STATUS_RULES[status].clock === 'stopped') return null;
  return (
    <details open={flash !== null}>
      <summary className="cursor-pointer text-sm font-semibold">{t(read.call ? 'proposeAgain' : 'propose')}</summary>
      <form action={proposeCall} className="mt-3 grid gap-3" noValidate>
        <AboutCall {...desk} place="desk" />
        <FormMessage flash={flash} />
        <SlotFields flash={flash} zone={read.timeZone} />
        <SelectField
          flash={flash}
          id="call-minutes"
          name="minutes"
          label={t('minutes')}
          defaultValue="30"
          options={CALL_MINUTES.map((minutes) => ({ value: String(minutes), label: t('minutesOf', { minutes }) }))}
        />
        <Button type="submit" size="sm" icon="send" className="justify-self-start">
          {t('send')}
        </Button>
      </form>
    </details>
  );
};
