import { getLocale } from 'next-intl/server';
import { Lost } from '@/app/_components/front/lost';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';

/** Shown by React on working pages when what an address names is not there for this person. */
export default async function NotFound() {
  const locale = await getLocale();
  return (
    <main className="page-gutter mx-auto w-full max-w-page py-12">
      <Lost locale={isLocale(locale) ? locale : DEFAULT_LOCALE} />
    </main>
  );
}
