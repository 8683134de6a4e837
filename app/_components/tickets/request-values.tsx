import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { isVideoAddress } from '@/domain/forms/values';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { URGENT_QUESTIONS, type UrgentFacts } from '@/domain/tickets/urgency';
import { Icon } from '../ui/icon';

type Values = RouterOutputs['tickets']['show']['values'];
type Files = RouterOutputs['tickets']['show']['messages'][number]['files'];
type Told = Values[number]['told'];

const Links = ({ links }: { links: readonly string[] }) => (
  <ul className="grid gap-1">
    {links.map((link) => (
      <li key={link} className="flex items-start gap-2">
        <Icon name={isVideoAddress(link) ? 'video' : 'link'} size={16} className="mt-1 shrink-0 text-ink-faint" />
        <a href={link} target="_blank" rel="noopener noreferrer nofollow" className="min-w-0 underline wrap-anywhere">
          {link}
        </a>
      </li>
    ))}
  </ul>
);

/** How a value is said to this reader. */
export const useTold = (files: Files, locale: Locale): ((told: Told) => ReactNode) => {
  const t = useTranslations('tickets.form');
  const format = useFormat();
  // Files that were taken back have no name any more.
  const fileWords = (ids: readonly string[]): string => {
    const names = files.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    return names.length > 0 ? names.join(', ') : t('fileCount', { count: ids.length });
  };
  return (told) => {
    switch (told.kind) {
      case 'links':
        return <Links links={told.links} />;
      case 'options':
        return told.names.map((name) => inLocale(name, locale)).join(', ');
      case 'number':
        return format.number(told.number);
      case 'date':
        return format.dateTime(new Date(`${told.date}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
      case 'yesNo':
        return t(`yesNo.${told.yes ? 'yes' : 'no'}`);
      case 'files':
        return fileWords(told.ids);
      default:
        return told.words;
    }
  };
};

type RequestValuesProps = { values: Values; files: Files; urgency: UrgentFacts | null };

/** What a request says in the fields of its type's form, under its first message. */
export const RequestValues = ({ values, files, urgency }: RequestValuesProps) => {
  const t = useTranslations('tickets.form');
  const locale = useLocale();
  const reader = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const say = useTold(files, reader);
  const tUrgency = useTranslations('tickets.urgency');
  if (values.length === 0 && !urgency) return null;
  return (
    <dl aria-label={t('values')} className="mt-4 grid gap-3 border-t border-line pt-4 text-[0.9375rem]">
      {urgency
        ? URGENT_QUESTIONS.map((question) => (
            <div key={question}>
              <dt className="text-sm font-semibold text-danger">
                {tUrgency('shown')} · {tUrgency(question)}
              </dt>
              <dd className="min-w-0 whitespace-pre-line wrap-anywhere">{urgency[question]}</dd>
            </div>
          ))
        : null}
      {values.map(({ key, label, told }) => (
        <div key={key}>
          <dt className="text-sm font-semibold text-ink-soft">{inLocale(label, reader)}</dt>
          <dd className="min-w-0 whitespace-pre-line wrap-anywhere">{say(told)}</dd>
        </div>
      ))}
    </dl>
  );
};
