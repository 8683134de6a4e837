import { getTranslations } from 'next-intl/server';
import { LinkedRequests } from '@/app/_components/tickets/linked-requests';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { takeFlash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { KeptSelect } from '@/app/_forms/kept-select';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { LINK_ROLES } from '@/domain/tickets/links';
import { linkRequest, unlinkRequest } from './join-actions';

type LinksProps = { ticket: RouterOutputs['tickets']['show']; locale: Locale };

/** The requests that one is linked to, and the forms that link it and take a link away. */
export const Links = async ({ ticket, locale }: LinksProps) => {
  const t = await getTranslations('desk.links');
  const tRole = await getTranslations('tickets.links.roles');
  const flash = await takeFlash('link');
  return (
    <LinkedRequests
      links={ticket.links}
      base={`/${locale}/desk`}
      act={({ number, role }) => (
        <form action={unlinkRequest}>
          <HiddenFields locale={locale} />
          <input type="hidden" name="number" value={ticket.number} />
          <input type="hidden" name="other" value={number} />
          <input type="hidden" name="role" value={role} />
          <Button
            type="submit"
            size="sm"
            variant="quiet"
            square
            icon="x"
            aria-label={t('remove', { link: `${tRole(role)} #${number}` })}
          />
        </form>
      )}
    >
      <details open={flash !== null} className="text-sm">
        <summary className="cursor-pointer text-accent underline decoration-accent-line">{t('add')}</summary>
        <form action={linkRequest} noValidate className="mt-3 grid gap-4 rounded-md border border-line bg-surface p-4">
          <HiddenFields locale={locale} />
          <input type="hidden" name="number" value={ticket.number} />
          <Field id="link-role" label={t('role')}>
            {({ required: _, ...wiring }) => (
              <KeptSelect
                {...wiring}
                key={flash?.values.role}
                name="role"
                defaultValue={flash?.values.role ?? 'related'}
                options={LINK_ROLES.map((role) => ({ value: role, label: tRole(role) }))}
              />
            )}
          </Field>
          <TextField
            id="link-other"
            name="other"
            label={t('other')}
            flash={flash}
            inputMode="numeric"
            autoComplete="off"
          />
          <Button type="submit" size="sm" icon="link" className="justify-self-start">
            {t('submit')}
          </Button>
        </form>
      </details>
    </LinkedRequests>
  );
};
