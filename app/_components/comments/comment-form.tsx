import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Textarea } from '@/app/_components/ui/textarea';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';

type CommentFormProps = {
  action: (data: FormData) => Promise<void>;
  locale: Locale;
  here: string;
  articleKey: string;
  flash: Flash | null;
  idempotencyKey: string;
  /** The comment that is answered, or changed. */
  to?: string | undefined;
  edited?: { id: string; body: string } | undefined;
};

/** Where a comment is written or changed: plain, so that it works without script. */
export const CommentForm = ({
  action,
  locale,
  here,
  articleKey,
  flash,
  idempotencyKey,
  to,
  edited,
}: CommentFormProps) => {
  const t = useTranslations('comments.form');
  const say = usePhrase();
  return (
    <form action={action} className="grid gap-5" noValidate>
      <HiddenFields locale={locale} next={here} />
      <input type="hidden" name="article" value={articleKey} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      {edited ? <input type="hidden" name="edit" value={edited.id} /> : null}
      <FormMessage flash={flash} />
      <Field id="body" label={t(to ? 'answer' : 'body')} hint={t('hint')} error={say(flash?.fields.body)}>
        {(wiring) => (
          <Textarea
            {...wiring}
            name="body"
            rows={6}
            defaultValue={flash?.values.body ?? edited?.body}
            autoFocus={flash?.fields.body !== undefined}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" variant="primary" size="lg">
          {t(edited ? 'save' : 'send')}
        </Button>
        <p className="text-sm text-ink-soft">{t('name')}</p>
      </div>
    </form>
  );
};
