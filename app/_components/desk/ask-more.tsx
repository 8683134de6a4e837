import { randomUUID } from 'node:crypto';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { missingWords } from '@/app/_components/tickets/missing-words';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SendingKey } from '@/app/_forms/sending-key';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { askForMore } from './join-actions';

type AskMoreProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

/** The question in the customer's language, with a line for each part that is missing; the desk says it in its own words. */
const questionFor = async (ticket: AskMoreProps['ticket']): Promise<string> => {
  const t = await getTranslations({ locale: ticket.locale, namespace: 'tickets.question' });
  const tPart = await getTranslations({ locale: ticket.locale, namespace: 'tickets.complete' });
  const lines = ticket.missing.map((part) => {
    const { label, why } = missingWords(part, tPart, ticket.locale);
    return t(why ? 'line' : 'bareLine', { label, why });
  });
  return [
    t('greeting', { name: ticket.requester.name }),
    lines.length > 0 ? t('lead') : t('leadOpen'),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    t('end'),
  ].join('\n\n');
};

const AskMoreField = ({ flash, question, lang }: { flash: Flash | null; question: string; lang: Locale }) => {
  const t = useTranslations('desk.askMore');
  const say = usePhrase();
  return (
    <Field id="ask-more-body" label={t('label')} hint={t('hint')} error={say(flash?.fields.body)}>
      {(wiring) => <Textarea {...wiring} name="body" rows={10} lang={lang} defaultValue={question} />}
    </Field>
  );
};

/** Asks for what is missing: prefilled from what the request lacks, sent as a message, after which it waits. */
export const AskMore = async ({ ticket, locale }: AskMoreProps) => {
  const t = await getTranslations('desk.askMore');
  const flash = await takeFlash('ask-more');
  const waits = ticket.status === 'waiting_customer';
  if (!waits && !ticket.moves.includes('waiting_customer')) return null;
  const count = ticket.missing.length;
  const question = flash?.values.body ?? (await questionFor(ticket));
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface px-4 py-3">
      <summary className="cursor-pointer font-semibold">
        {t('title')} <span className="font-normal text-ink-soft">{t('missing', { count })}</span>
      </summary>
      <form action={askForMore} noValidate className="mt-4 grid gap-4">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={ticket.number} />
        <SendingKey value={randomUUID()} />
        {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
        <AskMoreField flash={flash} question={question} lang={ticket.locale} />
        <Button type="submit" icon="send" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};
