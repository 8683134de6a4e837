import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { RelativeTime } from '@/app/_components/ui/time';
import { keptMails } from '@/app/_trpc/mailbox';
import { callOf } from '@/server/session';

const words = async () => {
  const { locale } = await callOf(await headers());
  return getTranslations({ locale, namespace: 'mail.mailbox' });
};

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words())('title') });

export default async function MailboxPage() {
  const mails = await keptMails();
  const t = await words();
  const now = new Date();
  return (
    <div className="grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {mails.length === 0 ? (
        <EmptyState icon="mail" title={t('empty')}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      ) : (
        <Table label={t('title')}>
          <thead>
            <tr>
              <Th>{t('subject')}</Th>
              <Th>{t('to')}</Th>
              <Th>{t('at')}</Th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <RowLink key={mail.id}>
                <Td lang={mail.locale} className="min-w-64 font-medium">
                  <RowAnchor href={`/dev/mailbox/${mail.id}`}>{mail.subject}</RowAnchor>
                </Td>
                <Td className="whitespace-nowrap text-ink-soft">{mail.to}</Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <RelativeTime at={mail.at} now={now} />
                </Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
