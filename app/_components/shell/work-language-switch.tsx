'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { LOCALES, type Locale } from '@/domain/people/locale';
import type { Alternates } from './alternates';
import { LanguageSwitch } from './language-switch';

/** On working pages an address differs from its translation only in its first segment: what narrows a list stays. */
export const WorkLanguageSwitch = ({ locale }: { locale: Locale }) => {
  const rest = usePathname().split('/').slice(2).join('/');
  const query = useSearchParams().toString();
  const alternates = Object.fromEntries(
    LOCALES.map((other) => [
      other,
      { path: `/${other}/${rest}`.replace(/\/$/, '') + (query ? `?${query}` : ''), exact: true },
    ]),
  ) as Alternates;
  return <LanguageSwitch locale={locale} alternates={alternates} />;
};
