import { setRequestLocale } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { safeNextPath } from '@/domain/people/next-path';
import { textOf } from './state';

/** What Next hands to a page with a form. */
export type FormPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The language of a page and its query, of which only single values count; `next` only if it is a page of ours. */
export const pageInput = async (
  props: FormPageProps,
): Promise<{ locale: Locale; query: Record<string, string>; next: string | null }> => {
  const { locale: segment } = await props.params;
  const locale = isLocale(segment) ? segment : DEFAULT_LOCALE;
  setRequestLocale(locale);
  const given = Object.entries(await props.searchParams);
  const query = Object.fromEntries(
    given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return { locale, query, next: safeNextPath(query.next) };
};

/** The page of ours to go on to, as the form's hidden field says, or none. */
export const nextOf = (form: FormData): string | null => safeNextPath(textOf(form, 'next'));

/** A path with what is known of its query; empty values are left out. */
export const withQuery = (path: string, query: Record<string, string | null | undefined>): string => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return known.length > 0 ? `${path}?${new URLSearchParams(known)}` : path;
};
