import { useTranslations } from 'next-intl';
import { Avatar } from '@/app/_components/ui/avatar';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { RelativeTime } from '@/app/_components/ui/time';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { decideJoinRequest, joinOrganisation } from './actions';

type Offer = NonNullable<RouterOutputs['organisations']['offers']>;
type Asked = RouterOutputs['organisations']['asked'];

/** The organisation that one's address belongs to, and the way into it. */
export const JoinOffer = ({ offer, locale, flash }: { offer: Offer; locale: Locale; flash: Flash | null }) => {
  const t = useTranslations('organisations.joining');
  const { id, name, by, asked } = offer;
  if (asked) {
    return (
      <Callout tone="info" title={t('asked.title', { organisation: name })}>
        {t('asked.text')}
      </Callout>
    );
  }
  return (
    <div className="grid max-w-form gap-4 rounded-lg border border-accent-line bg-accent-soft p-5">
      <div>
        <h2 className="text-lg">{t('offer.title', { organisation: name })}</h2>
        <p className="mt-1 text-ink-soft">{t(`offer.${by}`)}</p>
      </div>
      <FormMessage flash={flash} />
      <form action={joinOrganisation}>
        <HiddenFields locale={locale} next={`/${locale}/account/organisation`} />
        <input type="hidden" name="organisationId" value={id} />
        <Button type="submit" variant="primary" icon="user-plus">
          {t(`offer.${by}Submit`)}
        </Button>
      </form>
    </div>
  );
};

type QueueProps = {
  asked: Asked;
  locale: Locale;
  here: string;
  flash: Flash | null;
  /** Where people of several organisations wait, each is named; with the way to it for those who may take it. */
  named?: 'plain' | 'linked';
};

const Waiting = ({ one, locale, here, flash, named }: Omit<QueueProps, 'asked'> & { one: Asked[number] }) => {
  const t = useTranslations('organisations.joining');
  const say = usePhrase();
  const own = flash?.values.id === one.id ? flash : null;
  return (
    <li className="grid gap-3 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:items-end">
      <div className="flex items-start gap-3">
        <Avatar name={one.name} />
        <div className="min-w-0">
          <p className="font-semibold">{one.name}</p>
          <p className="text-sm wrap-anywhere text-ink-soft">
            {one.email} · <RelativeTime at={one.since} now={new Date()} />
          </p>
          {named ? (
            <p className="text-sm">
              {named === 'linked' ? (
                <a href={`/${locale}/admin/organisations/${one.organisationId}`}>{one.organisationName}</a>
              ) : (
                one.organisationName
              )}
            </p>
          ) : null}
        </div>
      </div>
      <form action={decideJoinRequest} className="grid gap-2">
        <HiddenFields locale={locale} next={here} />
        <input type="hidden" name="id" value={one.id} />
        <FormMessage flash={own} />
        <Field id={`word-${one.id}`} label={t('queue.word')} optional error={say(own?.fields.word)}>
          {(wiring) => <Input {...wiring} name="word" maxLength={1000} defaultValue={own?.values.word} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            name="outcome"
            value="approved"
            size="sm"
            icon="check"
            aria-label={t('queue.approveOf', { name: one.name })}
          >
            {t('queue.approve')}
          </Button>
          <Button
            type="submit"
            name="outcome"
            value="declined"
            size="sm"
            variant="danger"
            aria-label={t('queue.declineOf', { name: one.name })}
          >
            {t('queue.decline')}
          </Button>
        </div>
      </form>
    </li>
  );
};

/** Who waits to be let in, with the answer they may be given. */
export const JoinQueue = ({ asked, ...around }: QueueProps) => {
  const t = useTranslations('organisations.joining');
  if (asked.length === 0) return <p className="text-ink-soft">{t('queue.empty')}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {asked.map((one) => (
        <Waiting key={one.id} one={one} {...around} />
      ))}
    </ul>
  );
};
