import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { keptMail } from '@/app/_trpc/mailbox';
import { callOf } from '@/server/session';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** Splits plain text into words and addresses, so that a link can be followed by keyboard. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith('http') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
      <a key={index} href={part} className="underline">
        {part}
      </a>
    ) : (
      part
    ),
  );

export default async function MailPage({ params }: Props) {
  const mail = await keptMail((await params).id);
  if (!mail) notFound();
  const { locale } = await callOf(await headers());
  const t = await getTranslations({ locale, namespace: 'mail.mailbox' });
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href="/dev/mailbox">{t('back')}</BackLink>}
        title={mail.subject}
        meta={`${t('to')} ${mail.to}`}
      />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <section aria-labelledby="html" className="grid gap-3">
          <h2 id="html" className="text-lg">
            {t('html')}
          </h2>
          {/* The frame may open links in this window and nothing else: no script, no form, no storage. */}
          <iframe
            title={t('rendered')}
            src={`/dev/mailbox/${mail.id}/message`}
            sandbox="allow-top-navigation-by-user-activation allow-popups"
            className="h-[40rem] w-full rounded-lg border border-line bg-surface"
          />
        </section>
        <section aria-labelledby="text" className="grid gap-3">
          <h2 id="text" className="text-lg">
            {t('text')}
          </h2>
          <pre
            lang={mail.locale}
            className="rounded-lg border border-line bg-surface p-5 text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {linked(mail.text)}
          </pre>
        </section>
      </div>
    </div>
  );
}
