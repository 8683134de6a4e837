import type { Locale } from '@/domain/people/locale';

/** What the list shows; every part has its place in the address. */
export type View = { q: string; language: string; audience: string; shown: string; page: string };

export const viewOf = (query: Record<string, string>): View => {
  const { q = '', language = '', audience = '', shown = '', page = '' } = query;
  return { q, language, audience, shown, page };
};

/** Tells a form's action which article it is about, in which language, and which list to come back to. */
export const ViewFields = ({ view, locale, about }: { view: View; locale: Locale; about: Record<string, string> }) => {
  const { language, ...others } = view;
  const fields = { ...others, shownLanguage: language, ...about, locale };
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
};
