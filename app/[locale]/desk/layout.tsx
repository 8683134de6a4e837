import '../../globals.css';
import type { ReactNode } from 'react';
import { PendingAnswer } from '@/app/_components/desk/pending-answer';
import { KeyHints } from '@/app/_components/keys/key-hints';
import { WorkShell } from '@/app/_components/shell/work-shell';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson } from '@/app/_trpc/server';

export default async function DeskLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(props.params);
  const person = await grantedPerson('tickets.queue', `/${locale}/desk`);
  return (
    <WorkShell locale={locale} person={person}>
      {props.children}
      <PendingAnswer locale={locale} />
      <KeyHints keys={person.keys} />
    </WorkShell>
  );
}
