import { getRequestConfig } from 'next-intl/server';
import { houseZone } from '@/app/_trpc/house-zone';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';

/** Messages of the page's language; instants without a zone of their own are shown in that of the house. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : DEFAULT_LOCALE;
  const messages = (await import(`../../messages/${locale}.json`)).default as Record<string, unknown>;
  return { locale, messages, timeZone: await houseZone() };
});
