import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { refileRequest, takeBackStep } from './correct-action';
import { RefileForm } from './refile-form';

type RefileProps = {
  ticket: RouterOutputs['tickets']['show'];
  locale: Locale;
  types: RouterOutputs['tickets']['types'];
};

/** Puts right under which subject and type a request was filed; not once it is closed. */
export const Refile = ({ ticket, locale, types }: RefileProps) => {
  if (ticket.customerState === 'closed') return null;
  // A type that nobody can choose any more stays that of requests that have it.
  const gone = types.some(({ key }) => key === ticket.type.key) ? [] : [ticket.type];
  return (
    <RefileForm
      locale={locale}
      number={ticket.number}
      subject={ticket.subject}
      typeKey={ticket.type.key}
      types={[...gone, ...types].map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
      action={refileRequest}
      takeBack={takeBackStep}
    />
  );
};
