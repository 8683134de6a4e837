import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AuditFilterForm } from '@/app/_components/audit/audit-filter';
import { type AuditEntry, subjectHref, useAuditWords } from '@/app/_components/audit/words';
import { Avatar } from '@/app/_components/ui/avatar';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Icon } from '@/app/_components/ui/icon';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { ExactTime } from '@/app/_components/ui/time';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { auditAddressOf } from '@/domain/audit/filter';
import type { Locale } from '@/domain/people/locale';

type Listed = RouterOutputs['audit']['list'];

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'audit' });
  return { title: t('title') };
};

type Said = { entry: AuditEntry; names: Listed['names']; locale: Locale };

const Facts = ({ entry, names }: Said) => {
  const t = useTranslations('audit');
  const facts = useAuditWords(names).facts(entry);
  if (facts.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
      {facts.map(({ key, label, text }) => (
        <li key={key} className="min-w-0 wrap-anywhere">
          <span className="text-ink-faint">{t('fact', { label })}</span>
          {text}
        </li>
      ))}
    </ul>
  );
};

const Entry = (said: Said) => {
  const { entry, names, locale } = said;
  const words = useAuditWords(names);
  const subject = words.subject(entry);
  const { before, after } = words.did(entry);
  const href = subjectHref(locale, entry);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 py-3 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      {entry.actorKind === 'system' ? (
        <span className="grid size-8 place-items-center rounded-full bg-sunken text-ink-soft">
          <Icon name="settings" />
        </span>
      ) : (
        <Avatar name={words.who(entry)} />
      )}
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <b className="font-semibold">{words.who(entry)}</b> {before}{' '}
          {subject === null ? null : href ? (
            <a href={href} className="font-medium">
              {subject}
            </a>
          ) : (
            <span className="font-medium">{subject}</span>
          )}{' '}
          {after}
        </p>
        <Facts {...said} />
      </div>
      <p className="tabular col-start-2 text-sm text-ink-faint sm:col-start-3">
        <ExactTime at={entry.at} hour />
      </p>
    </li>
  );
};

export default async function AuditPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/audit`;
  await grantedPerson('audit.list', here);
  const { after, before, ...address } = query;
  const listed = await orNotFound((await serverApi()).audit.list({ address, after, before }), here);
  const t = await getTranslations('audit');
  const { filter, entries, names } = listed;
  const shown = auditAddressOf(filter);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <PageHeader
        scale="work"
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={withQuery(`/${locale}/admin/audit.csv`, shown)} icon="download" download>
            {t('csv')}
          </LinkButton>
        }
      />
      <AuditFilterForm base={here} filter={filter} />
      {entries.length > 0 ? (
        <ol aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} names={names} locale={locale} />
          ))}
        </ol>
      ) : (
        <EmptyState icon="file-text" title={t('empty.title')}>
          <p>{t('empty.body')}</p>
        </EmptyState>
      )}
      <PageTurner base={here} query={shown} previous={listed.previous} next={listed.next} />
    </div>
  );
}
