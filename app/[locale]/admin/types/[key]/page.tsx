import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/app/_components/ui/back-link';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { FieldForm } from '../field-form';
import { MoveButtons, RemoveButton } from '../row-buttons';
import { TypeForm } from '../type-form';

type Props = FormPageProps & { params: Promise<{ locale: string; key: string }> };
type Type = RouterOutputs['forms']['showType'];
type PartProps = { type: Type; locale: Locale; here: string };
const DONE = ['saved', 'added', 'moved', 'removed'] as const;

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.types' });
  return { title: t('title') };
};

const FieldRow = async ({ type, locale, here, index }: PartProps & { index: number }) => {
  const t = await getTranslations('admin.types');
  const field = type.fields[index];
  if (!field) return null;
  const name = inLocale(field.label, locale);
  const row = { what: 'field' as const, id: field.id, name, locale, here };
  const flash = await takeFlash(`field-${field.id}`);
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 font-semibold">{name}</span>
        {field.active ? null : <Badge>{t('inactive')}</Badge>}
        <span className="text-sm text-ink-soft">{t(`kinds.${field.kind}`)}</span>
        <Badge tone={field.need === 'required' ? 'warning' : field.need === 'expected' ? 'info' : 'neutral'}>
          {t(`needs.${field.need}`)}
        </Badge>
        <MoveButtons {...row} first={index === 0} last={index === type.fields.length - 1} />
      </div>
      <details open={flash !== null}>
        <summary className="cursor-pointer text-sm text-accent">{t('field.edit', { name })}</summary>
        <div className="mt-4 grid gap-5 pb-2">
          <FieldForm field={field} typeKey={type.key} locale={locale} flash={flash} />
          <RemoveButton {...row} inUse={field.inUse} />
        </div>
      </details>
    </li>
  );
};

const Fields = async ({ type, locale, here }: PartProps) => {
  const t = await getTranslations('admin.types');
  const flash = await takeFlash('field-');
  return (
    <div className="grid gap-4">
      {type.fields.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {type.fields.map((field, index) => (
            <FieldRow key={field.id} type={type} locale={locale} here={here} index={index} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('field.none')}</p>
      )}
      <details open={flash !== null} className="rounded-lg border border-line bg-surface px-4 py-3">
        <summary className="cursor-pointer font-semibold">{t('field.add')}</summary>
        <div className="mt-4">
          <FieldForm field={null} typeKey={type.key} locale={locale} flash={flash} />
        </div>
      </details>
    </div>
  );
};

export default async function TypePage(props: Props) {
  const { locale, query } = await pageInput(props);
  const { key } = await props.params;
  const overview = `/${locale}/admin/types`;
  const here = `${overview}/${key}`;
  await grantedPerson('forms.showType', here);
  const api = await serverApi();
  const [type, { portals, teams, policies }] = await Promise.all([
    orNotFound(api.forms.showType({ key }), here),
    orNotFound(api.forms.show({}), here),
  ]);
  const t = await getTranslations('admin.types');
  const [rows, facts] = [await takeFlash('rows'), await takeFlash('type')];
  const done = rows || facts ? undefined : DONE.find((one) => one === query.done);
  const name = inLocale(type.name, locale);
  return (
    <div className="grid max-w-4xl gap-10">
      <PageHeader
        scale="work"
        above={<BackLink href={overview}>{t('back')}</BackLink>}
        title={name}
        lead={inLocale(type.situation, locale)}
        actions={
          type.active ? (
            <LinkButton href={withQuery(`/${locale}/requests/new`, { type: type.key })} icon="eye">
              {t('type.preview')}
            </LinkButton>
          ) : (
            <Badge>{t('inactive')}</Badge>
          )
        }
      />
      <FormMessage flash={rows} />
      {done ? (
        <Callout tone="positive" role="status">
          {t(`done.${done}`)}
        </Callout>
      ) : null}
      <Section id="fields" title={t('field.title')}>
        <p className="mb-4 text-ink-soft">{t('field.lead')}</p>
        <Fields type={type} locale={locale} here={here} />
      </Section>
      <Section id="type" title={t('type.title')}>
        <TypeForm
          type={type}
          portals={portals}
          teams={teams}
          policies={policies}
          portal={type.portal}
          locale={locale}
          flash={facts}
        />
      </Section>
      <RemoveButton what="type" id={type.key} name={name} locale={locale} here={overview} inUse={type.inUse} />
    </div>
  );
}
