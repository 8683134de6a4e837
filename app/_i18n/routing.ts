export { DEFAULT_LOCALE, LOCALES, type Locale } from '@/domain/people/locale';
