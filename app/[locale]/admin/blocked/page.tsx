import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { blockSender, unblockSender } from './actions';

type Blocked = RouterOutputs['blocking']['list']['blocked'];

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'admin.blocked' });
  return { title: t('title') };
};

const Add = async ({ locale, flash }: { locale: Locale; flash: Flash | null }) => {
  const t = await getTranslations('admin.blocked');
  return (
    <form action={blockSender} className="grid max-w-form gap-5" noValidate>
      <FormMessage flash={flash} />
      <HiddenFields locale={locale} />
      <TextField
        name="pattern"
        label={t('pattern')}
        hint={t('patternHint')}
        flash={flash}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} flash={flash} maxLength={300} />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t('add')}
      </Button>
    </form>
  );
};

const Rows = async ({ blocked, locale }: { blocked: Blocked; locale: Locale }) => {
  const t = await getTranslations('admin.blocked');
  return (
    <Table label={t('table')} stacks>
      <thead>
        <tr>
          <Th>{t('pattern')}</Th>
          <Th>{t('reason')}</Th>
          <Th>{t('by')}</Th>
          <Th>{t('at')}</Th>
          <Th>
            <span className="sr-only">{t('remove')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {blocked.map((one) => (
          <tr key={one.id}>
            <Td className="font-medium wrap-anywhere">
              {one.pattern} <span className="block text-sm font-normal text-ink-faint">{t(`kind.${one.kind}`)}</span>
            </Td>
            <Td>{one.reason}</Td>
            <Td>{one.addedBy ?? '–'}</Td>
            <Td className="whitespace-nowrap">
              <ExactTime at={one.createdAt} />
            </Td>
            <Td>
              <form action={unblockSender}>
                <HiddenFields locale={locale} />
                <input type="hidden" name="id" value={one.id} />
                <Button type="submit" size="sm" aria-label={t('removeOf', { pattern: one.pattern })}>
                  {t('remove')}
                </Button>
              </form>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

/** What was just done, with a way back from unblocking. */
const Done = async ({ query, locale }: { query: Record<string, string>; locale: Locale }) => {
  const t = await getTranslations('admin.blocked');
  if (query.added) {
    return (
      <Callout tone="positive" role="status">
        {t('added', { pattern: query.added })}
      </Callout>
    );
  }
  if (!query.removed) return null;
  return (
    <Callout tone="positive" role="status">
      <p>{t('removed', { pattern: query.removed })}</p>
      <form action={blockSender}>
        <HiddenFields locale={locale} />
        <input type="hidden" name="pattern" value={query.removed} />
        <input type="hidden" name="reason" value={query.reason ?? ''} />
        <Button type="submit" size="sm" icon="undo">
          {t('undo')}
        </Button>
      </form>
    </Callout>
  );
};

export default async function BlockedPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/blocked`;
  await grantedPerson('blocking.list', here);
  const { q = '', after, before } = query;
  const text = q.slice(0, 200);
  const { blocked, previous, next } = await orNotFound(
    (await serverApi()).blocking.list({ text, after, before }),
    here,
  );
  const t = await getTranslations('admin.blocked');
  const [flash, gone] = [await takeFlash('block'), await takeFlash('unblock')];
  return (
    <div className="grid max-w-4xl gap-8">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={gone} />
      {flash || gone ? null : <Done query={query} locale={locale} />}
      <Add locale={locale} flash={flash} />
      {previous || next || text ? <Finder label={t('search')} text={text} /> : null}
      {blocked.length > 0 ? (
        <Rows blocked={blocked} locale={locale} />
      ) : (
        <EmptyState icon="shield" title={t(text ? 'notFound' : 'empty')}>
          {text ? null : <p>{t('emptyText')}</p>}
        </EmptyState>
      )}
      <PageTurner base={here} query={{ q: text }} previous={previous} next={next} />
    </div>
  );
}
