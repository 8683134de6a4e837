import { useTranslations } from 'next-intl';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Checkbox } from '../ui/checkbox';
import { keepView, renameView, restoreView } from './actions';

type SaveViewProps = { locale: Locale; here: Record<string, string>; flash: Flash | null };

/** Keeps what the list is narrowed to under a name. */
export const SaveView = ({ locale, here, flash }: SaveViewProps) => {
  const t = useTranslations('desk.views');
  return (
    <details open={flash !== null}>
      <summary className="w-fit cursor-pointer text-sm font-semibold">{t('keep')}</summary>
      <form
        action={keepView}
        className="mt-3 grid max-w-form gap-4 rounded-lg border border-line bg-sunken p-4"
        noValidate
      >
        <HiddenFields locale={locale} />
        <input type="hidden" name="address" value={new URLSearchParams(here).toString()} />
        <FormMessage flash={flash} />
        <TextField
          flash={flash}
          id="view-name"
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={60}
          autoComplete="off"
        />
        <Checkbox
          id="view-shared"
          name="shared"
          value="1"
          label={t('shared')}
          hint={t('sharedHint')}
          defaultChecked={Boolean(flash?.values.shared)}
        />
        <Button type="submit" size="sm" className="justify-self-start">
          {t('save')}
        </Button>
      </form>
    </details>
  );
};

type RenameViewProps = Pick<SaveViewProps, 'locale' | 'flash'> & { view: { id: string; name: string } };

/** Gives the view that is shown another name. */
export const RenameView = ({ locale, flash, view }: RenameViewProps) => {
  const t = useTranslations('desk.views');
  return (
    <details key={`${view.id} ${view.name}`} open={flash !== null}>
      <summary className="w-fit cursor-pointer text-sm font-semibold">{t('rename', { name: view.name })}</summary>
      <form
        action={renameView}
        className="mt-3 grid max-w-form gap-4 rounded-lg border border-line bg-sunken p-4"
        noValidate
      >
        <HiddenFields locale={locale} />
        <input type="hidden" name="id" value={view.id} />
        {flash && Object.keys(flash.fields).length === 0 ? <FormMessage flash={flash} /> : null}
        <TextField
          flash={flash}
          id="view-rename"
          name="name"
          label={t('newName')}
          defaultValue={view.name}
          maxLength={60}
          autoComplete="off"
        />
        <Button type="submit" size="sm" className="justify-self-start">
          {t('renameSubmit')}
        </Button>
      </form>
    </details>
  );
};

type DroppedViewProps = { locale: Locale; token: string; name: string; flash: Flash | null };

/** That a view was taken away, and the way back. */
export const DroppedView = ({ locale, token, name, flash }: DroppedViewProps) => {
  const t = useTranslations('desk.views');
  return (
    <Callout tone="positive" role="status">
      <FormMessage flash={flash} />
      <form action={restoreView} className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <HiddenFields locale={locale} />
        <input type="hidden" name="token" value={token} />
        <p>{t('dropped', { name })}</p>
        <Button type="submit" size="sm" icon="undo">
          {t('undo')}
        </Button>
      </form>
    </Callout>
  );
};
