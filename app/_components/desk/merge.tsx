import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { mergeRequest, unmergeRequest } from './join-actions';

type MergeProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

/** Closes the request as a duplicate of another one, after saying what comes of it. */
export const Merge = async ({ ticket, locale }: MergeProps) => {
  const t = await getTranslations('desk.merge');
  const flash = await takeFlash('merge');
  if (!ticket.moves.includes('closed')) return null;
  return (
    <details open={flash !== null}>
      <summary className="cursor-pointer text-sm font-semibold">{t('title')}</summary>
      <form action={mergeRequest} noValidate className="mt-3 grid gap-4">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={ticket.number} />
        {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
        <TextField
          id="merge-into"
          name="into"
          label={t('into')}
          hint={t('hint')}
          flash={flash}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button type="submit" size="sm" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};

/** Says above a merged request where it goes on, with the way back. */
export const MergedNotice = async ({ ticket, locale }: MergeProps) => {
  const t = await getTranslations('desk.merge');
  const flash = await takeFlash('unmerge');
  if (ticket.duplicateOf === null) return <FormMessage flash={flash} />;
  return (
    <Callout tone="neutral" icon="link" title={t('merged', { number: String(ticket.duplicateOf) })}>
      <FormMessage flash={flash} />
      <p>
        <a href={`/${locale}/desk/${ticket.duplicateOf}`}>{t('open', { number: String(ticket.duplicateOf) })}</a>
      </p>
      <form action={unmergeRequest} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <HiddenFields locale={locale} />
        <input type="hidden" name="number" value={ticket.number} />
        <Button type="submit" size="sm" icon="undo">
          {t('undo')}
        </Button>
        <span className="text-sm text-ink-soft">{t('undoHint')}</span>
      </form>
    </Callout>
  );
};
