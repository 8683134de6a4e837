import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/app/_components/ui/badge';
import { Button } from '@/app/_components/ui/button';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { Locale } from '@/domain/people/locale';

export type PendingInvitation = {
  id: string;
  email: string;
  expired: boolean;
  /** What it is, and since when. */
  about: ReactNode;
  /** What it says besides the address, by the names of its form: it is sent again just as it was. */
  said: Readonly<Record<string, string>>;
};

type PendingInvitationsProps = {
  invitations: readonly PendingInvitation[];
  locale: Locale;
  /** Where the forms lead back to, where that is not the page that their actions know. */
  next?: string;
  again: (form: FormData) => Promise<void>;
  withdraw: (form: FormData) => Promise<void>;
};

/** Invitations that nobody has answered, each with the way to send it again and to take it back. */
export const PendingInvitations = ({ invitations, locale, next, again, withdraw }: PendingInvitationsProps) => {
  const t = useTranslations('people.invite');
  const about = <HiddenFields locale={locale} next={next ?? null} />;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {invitations.map(({ id, email, expired, about: told, said }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
          <span className="min-w-0 flex-1 basis-56">
            <span className="block font-medium wrap-anywhere">{email}</span>
            <span className="text-sm text-ink-soft">{told}</span>
          </span>
          {expired ? <Badge tone="warning">{t('expired')}</Badge> : null}
          <form action={again}>
            {about}
            {Object.entries({ ...said, email }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button type="submit" size="sm" aria-label={t('againOf', { email })}>
              {t('again')}
            </Button>
          </form>
          <form action={withdraw}>
            {about}
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="sm" variant="quiet" aria-label={t('withdrawOf', { email })}>
              {t('withdraw')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
};
