import { getTranslations } from 'next-intl/server';
import { IdeaStateBadge } from '@/app/_components/ideas/idea-state';
import { Button } from '@/app/_components/ui/button';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { LongTextField } from '@/app/_forms/long-text-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { IDEA_LIMITS } from '@/domain/ideas/states';
import type { Locale } from '@/domain/people/locale';
import { makeIdeaOfRequest, tieRequestToIdea, untieRequestFromIdea } from './join-actions';

type IdeaProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

const Tied = async ({ ticket, locale }: IdeaProps) => {
  const t = await getTranslations('desk.idea');
  const { idea } = ticket;
  if (!idea) return null;
  return (
    <div className="flex items-start gap-2 text-sm">
      <div className="grid min-w-0 flex-1 justify-items-start gap-1">
        <a href={`/${locale}/ideas/${idea.number}`} className="underline wrap-anywhere">
          {t('numbered', { number: String(idea.number) })} · {idea.title}
        </a>
        <IdeaStateBadge state={idea.state} />
      </div>
      <form action={untieRequestFromIdea}>
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={ticket.number} />
        <Button
          type="submit"
          size="sm"
          variant="quiet"
          square
          icon="x"
          aria-label={t('untie', { number: String(idea.number) })}
        />
      </form>
    </div>
  );
};

/** The idea a request stands behind; or the forms that make one of it, or put it behind one that is there. */
export const RequestIdea = async ({ ticket, locale }: IdeaProps) => {
  const t = await getTranslations('desk.idea');
  const made = await takeFlash('make-idea');
  const tied = await takeFlash('tie-idea');
  return (
    <section aria-labelledby="request-idea" className="grid gap-2">
      <h2 id="request-idea" className="text-base font-semibold">
        {t('title')}
      </h2>
      {ticket.idea ? (
        <Tied ticket={ticket} locale={locale} />
      ) : (
        <>
          <p className="text-sm text-ink-soft">{t('none')}</p>
          {ticket.acceptsReplies ? (
            <details open={made !== null} className="text-sm">
              <summary className="cursor-pointer text-accent underline decoration-accent-line">{t('make')}</summary>
              <form
                action={makeIdeaOfRequest}
                noValidate
                className="mt-3 grid gap-4 rounded-md border border-line bg-surface p-4"
              >
                <FormMessage flash={made} />
                <HiddenFields locale={locale} />
                <input type="hidden" name="number" value={ticket.number} />
                <p className="text-ink-soft">{t('makeHint')}</p>
                <TextField
                  id="idea-title"
                  name="title"
                  label={t('ideaTitle')}
                  flash={made}
                  maxLength={IDEA_LIMITS.title}
                  defaultValue={ticket.subject.slice(0, IDEA_LIMITS.title)}
                  autoComplete="off"
                />
                <LongTextField
                  id="idea-need"
                  name="need"
                  label={t('need')}
                  hint={t('needHint')}
                  flash={made}
                  rows={6}
                  maxLength={IDEA_LIMITS.text}
                  optional
                />
                <Button type="submit" size="sm" icon="lightbulb" className="justify-self-start">
                  {t('makeButton')}
                </Button>
              </form>
            </details>
          ) : null}
          <details open={tied !== null} className="text-sm">
            <summary className="cursor-pointer text-accent underline decoration-accent-line">{t('tie')}</summary>
            <form
              action={tieRequestToIdea}
              noValidate
              className="mt-3 grid gap-4 rounded-md border border-line bg-surface p-4"
            >
              <FormMessage flash={tied} />
              <HiddenFields locale={locale} />
              <input type="hidden" name="number" value={ticket.number} />
              <TextField
                id="tie-idea"
                name="idea"
                label={t('idea')}
                hint={t('ideaHint')}
                flash={tied}
                inputMode="numeric"
                autoComplete="off"
              />
              <Button type="submit" size="sm" icon="link" className="justify-self-start">
                {t('tieButton')}
              </Button>
            </form>
          </details>
        </>
      )}
    </section>
  );
};
