'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field, FieldError } from '@/app/_components/ui/field';
import type { IconName } from '@/app/_components/ui/icons';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { RATING_COMMENT_LIMIT, RATING_DAYS, RATINGS, type Rating } from '@/domain/tickets/rating';
import { useFirstSign } from './use-first-sign';

type RatingFormProps = {
  locale: Locale;
  /** What names the request to the action: its number, or the token of a mail. */
  about: { number: string } | { token: string };
  /** What was pressed in the mail that led here; it counts as soon as somebody is there. */
  chosen?: Rating | undefined;
  given: { rating: Rating; comment: string | null } | null;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

const ICONS: Record<Rating, IconName> = { satisfied: 'smile', mixed: 'meh', dissatisfied: 'frown' };

/** What was pressed in the mail has been kept: a reload must not press it again after another answer. */
const forgetChosen = (): void => {
  const address = new URL(location.href);
  if (!address.searchParams.has('rating')) return;
  address.searchParams.delete('rating');
  history.replaceState(history.state, '', address);
};

/** Asks the requester what they think: one press says it, and words may follow. Works without scripts. */
export const RatingForm = ({ locale, about, given, chosen, action }: RatingFormProps) => {
  const t = useTranslations('tickets.rating');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched());
  useEffect(() => {
    if (state.outcome !== 'done') return;
    toast(t('saved'));
    forgetChosen();
  }, [state, t]);
  const asked = state.outcome === 'idle' && chosen !== given?.rating ? chosen : undefined;
  const place = useRef<HTMLFormElement>(null);
  useFirstSign(place, asked);
  const refused = state.outcome === 'refused';
  const comment = refused ? (state.values.comment ?? '') : (given?.comment ?? '');
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
  return (
    <section
      aria-labelledby="rating-title"
      className="grid gap-4 rounded-lg border border-line bg-surface p-5 print:hidden"
    >
      <div className="grid gap-1">
        <h2 id="rating-title" className="text-base font-semibold">
          {asked ? t('chosen', { rating: t(asked) }) : given ? t('given', { rating: t(given.rating) }) : t('title')}
        </h2>
        <p className="text-sm text-ink-soft">
          {given && !asked ? t('givenLead', { days: RATING_DAYS }) : t(asked ? 'chosenLead' : 'lead')}
        </p>
      </div>
      <form ref={place} action={send}>
        {hidden}
        <input type="hidden" name="comment" value={given?.comment ?? ''} />
        <fieldset className="flex flex-wrap gap-2" disabled={pending}>
          <legend className="sr-only">{given ? t('change') : t('title')}</legend>
          {RATINGS.map((rating) => (
            <Button
              key={rating}
              type="submit"
              name="rating"
              value={rating}
              icon={ICONS[rating]}
              variant={asked === rating ? 'primary' : 'secondary'}
              aria-pressed={!asked && given?.rating === rating}
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
            >
              {t(rating)}
            </Button>
          ))}
        </fieldset>
      </form>
      {given && !asked ? (
        <form action={send} className="grid gap-3" noValidate>
          {hidden}
          <input type="hidden" name="rating" value={given.rating} />
          <Field id="rating-comment" label={t('comment')} hint={t('commentHint')} error={phrase(state.fields.comment)}>
            {({ required: _, ...wiring }) => (
              <Textarea
                {...wiring}
                // Another answer may be pressed while one writes: the words begin anew only with what was kept of them.
                key={comment}
                name="comment"
                rows={3}
                maxLength={RATING_COMMENT_LIMIT}
                defaultValue={comment}
              />
            )}
          </Field>
          <Button type="submit" disabled={pending} className="justify-self-start">
            {t('save')}
          </Button>
        </form>
      ) : null}
      {refused && !state.fields.comment ? <FieldError id="rating-refused">{phrase(state.problem)}</FieldError> : null}
    </section>
  );
};
