import '../../globals.css';
import type { ReactNode } from 'react';
import { WorkShell } from '@/app/_components/shell/work-shell';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson } from '@/app/_trpc/server';

export default async function AdminLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(props.params);
  const person = await grantedPerson('people.list', `/${locale}/admin`);
  return (
    <WorkShell locale={locale} person={person}>
      {props.children}
    </WorkShell>
  );
}
