import '../../globals.css';
import type { ReactNode } from 'react';
import { WorkShell } from '@/app/_components/shell/work-shell';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson } from '@/app/_trpc/server';

export default async function StudioLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(props.params);
  const person = await grantedPerson('incidents.open', `/${locale}/studio`);
  return (
    <WorkShell locale={locale} person={person}>
      {props.children}
    </WorkShell>
  );
}
