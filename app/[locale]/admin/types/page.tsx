import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { PortalForm } from './portal-form';
import { MoveButtons, RemoveButton } from './row-buttons';

type Portal = RouterOutputs['forms']['show']['portals'][number];
const DONE = ['saved', 'moved', 'removed'] as const;

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.types' });
  return { title: t('title') };
};

const Types = async ({ portal, locale, here }: { portal: Portal; locale: Locale; here: string }) => {
  const t = await getTranslations('admin.types');
  if (portal.types.length === 0) return <EmptyState icon="ticket" title={t('type.none')} />;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {portal.types.map((type, index) => {
        const name = inLocale(type.name, locale);
        return (
          <li key={type.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <span className="min-w-0 flex-1 basis-56">
              <a href={`${here}/${type.key}`} className="font-semibold no-underline hover:underline">
                {name}
              </a>
              <span className="block text-sm text-ink-soft">{inLocale(type.situation, locale)}</span>
            </span>
            {type.active ? null : <Badge>{t('inactive')}</Badge>}
            <span className="text-sm text-ink-faint">{t('type.fields', { count: type.fields })}</span>
            <MoveButtons
              what="type"
              id={type.key}
              name={name}
              locale={locale}
              here={here}
              first={index === 0}
              last={index === portal.types.length - 1}
            />
          </li>
        );
      })}
    </ul>
  );
};

export default async function TypesPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/types`;
  await grantedPerson('forms.show', here);
  const { portals } = await orNotFound((await serverApi()).forms.show({}), here);
  const t = await getTranslations('admin.types');
  const rows = await takeFlash('rows');
  const added = await takeFlash('portal-');
  const done = rows || added ? undefined : DONE.find((one) => one === query.done);
  return (
    <div className="grid max-w-4xl gap-10">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={rows} />
      {done ? (
        <Callout tone="positive" role="status">
          {t(`done.${done}`)}
        </Callout>
      ) : null}
      {
        await Promise.all(
          portals.map(async (portal, index) => {
            const name = inLocale(portal.name, locale);
            const row = { what: 'portal' as const, id: portal.key, name, locale, here };
            return (
              <Section
                key={portal.key}
                id={`portal-${portal.key}`}
                title={name}
                aside={
                  <span className="flex items-center gap-3">
                    {portal.active ? null : <Badge>{t('inactive')}</Badge>}
                    <MoveButtons {...row} first={index === 0} last={index === portals.length - 1} />
                    <LinkButton size="sm" icon="plus" href={withQuery(`${here}/new`, { portal: portal.key })}>
                      {t('type.add')}
                    </LinkButton>
                  </span>
                }
              >
                <div className="grid gap-3">
                  <p className="text-ink-soft">{inLocale(portal.intro, locale)}</p>
                  <Types portal={portal} locale={locale} here={here} />
                  <PortalForm portal={portal} locale={locale} flash={await takeFlash(`portal-${portal.key}`)} />
                  <RemoveButton {...row} inUse={portal.inUse} />
                </div>
              </Section>
            );
          }),
        )
      }
      <PortalForm portal={null} locale={locale} flash={added} />
    </div>
  );
}
