import '../site.css';
import { getLocale } from 'next-intl/server';
import { LostPage } from '@/app/_components/shell/lost-page';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';

/** The same page where there is no front. */
export default async function NotFound() {
  const locale = await getLocale();
  return <LostPage locale={isLocale(locale) ? locale : DEFAULT_LOCALE} />;
}
