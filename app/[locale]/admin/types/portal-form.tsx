import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { savePortal } from './actions';
import { BilingualFields } from './bilingual-fields';

type Portal = RouterOutputs['forms']['show']['portals'][number];
type PortalFormProps = { portal: Portal | null; locale: Locale; flash: Flash | null };

/** A portal's words, folded away until they are to be changed or came back with a mistake. */
export const PortalForm = ({ portal, locale, flash }: PortalFormProps) => {
  const t = useTranslations('admin.types');
  const form = `portal-${portal?.key ?? ''}`;
  return (
    <details open={flash !== null} className="rounded-lg border border-line bg-surface px-4 py-3">
      <summary className="cursor-pointer font-semibold">{t(portal ? 'portal.edit' : 'portal.add')}</summary>
      <form action={savePortal} className="mt-4 grid gap-5" noValidate>
        <FormMessage flash={flash} />
        <HiddenFields locale={locale} />
        <input type="hidden" name="key" value={portal?.key ?? ''} />
        <BilingualFields form={form} name="name" label={t('portal.name')} value={portal?.name} flash={flash} />
        <BilingualFields
          form={form}
          name="intro"
          label={t('portal.intro')}
          value={portal?.intro}
          flash={flash}
          rows={2}
        />
        {portal ? (
          <Checkbox
            id={`${form}-active`}
            name="active"
            value="1"
            label={t('portal.active')}
            hint={t('portal.activeHint')}
            defaultChecked={flash ? Boolean(flash.values.active) : portal.active}
          />
        ) : null}
        <Button type="submit" className="justify-self-start">
          {t(portal ? 'save' : 'portal.addButton')}
        </Button>
      </form>
    </details>
  );
};
