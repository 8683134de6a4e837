import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/app/_components/ui/avatar';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { addPeopleInCopy, removePersonInCopy } from './copy-actions';

type Place = { locale: Locale; number: number; place: 'requests' | 'desk' };
type Followers = RouterOutputs['tickets']['followers'];

const About = ({ locale, number, place }: Place) => (
  <>
    <input type="hidden" name="locale" value={locale} />
    <input type="hidden" name="number" value={number} />
    <input type="hidden" name="place" value={place} />
  </>
);

const PersonInCopy = async ({
  person,
  readerId,
  decides,
  ...at
}: Place & { person: Followers['people'][number]; readerId: string; decides: boolean }) => {
  const t = await getTranslations('tickets.copy');
  const own = person.id === readerId;
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 flex-1 text-sm leading-snug">
        <span className="block font-medium wrap-anywhere">
          {person.name}
          {own ? <span className="font-normal text-ink-soft"> ({t('you')})</span> : null}
        </span>
        {person.email ? <span className="block text-xs text-ink-soft wrap-anywhere">{person.email}</span> : null}
      </span>
      {own || decides ? (
        <form action={removePersonInCopy}>
          <About {...at} />
          <input type="hidden" name="userId" value={person.id} />
          <Button
            type="submit"
            size="sm"
            variant="quiet"
            aria-label={own ? undefined : t('removeOf', { name: person.name })}
          >
            {t(own ? 'leave' : 'remove')}
          </Button>
        </form>
      ) : null}
    </li>
  );
};

/** Looks for a member among many; a plain GET, so that it needs no script. */
const MemberFinder = async ({ find, locale, number, place }: Place & { find: string }) => {
  const t = await getTranslations('tickets.copy');
  const tFinder = await getTranslations('ui.finder');
  return (
    <search>
      <form action={`/${locale}/${place}/${number}#people-in-copy`} className="flex items-end gap-2">
        <Field id="copy-find" label={t('find')} className="min-w-0 flex-1">
          {({ required: _, ...wiring }) => (
            <Input {...wiring} type="search" name="copy" defaultValue={find} maxLength={200} />
          )}
        </Field>
        <Button type="submit" size="sm" icon="search" square aria-label={tFinder('submit')} />
      </form>
    </search>
  );
};

const Adding = async ({ followers, find, ...at }: Place & { followers: Followers; find: string }) => {
  const t = await getTranslations('tickets.copy');
  const flash = await takeFlash('copy');
  const { members, domains, anybody } = followers;
  if (members.people.length + domains.length === 0 && !anybody && !find) return null;
  return (
    // Folded again once somebody joined or left.
    <details key={followers.people.map(({ id }) => id).join()} open={flash !== null || find !== ''} className="text-sm">
      <summary className="cursor-pointer text-accent underline decoration-accent-line">{t('add')}</summary>
      {members.more || find ? (
        <div className="mt-3">
          <MemberFinder {...at} find={find} />
        </div>
      ) : null}
      <form
        action={addPeopleInCopy}
        noValidate
        className="mt-3 grid gap-4 rounded-md border border-line bg-surface p-4"
      >
        <About {...at} />
        <FormMessage flash={flash} />
        {members.people.length > 0 ? (
          <SelectField
            flash={flash}
            name="copyIds"
            label={t('member')}
            options={[
              { value: '', label: t('nobody') },
              ...members.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue=""
          />
        ) : find ? (
          <p className="text-ink-soft">{t('findNobody')}</p>
        ) : null}
        {domains.length > 0 || anybody ? (
          <TextField
            flash={flash}
            name="copies"
            label={t('addresses')}
            hint={anybody ? t('anybodyHint') : t('domainsHint', { domains: domains.join(', ') })}
            inputMode="email"
            optional
          />
        ) : null}
        <Button type="submit" size="sm" icon="user-plus" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </details>
  );
};

/** Who is in copy of a request, with what this reader may change of it; `find` is the name of a member to look for. */
export const PeopleInCopy = async ({ readerId, find, ...at }: Place & { readerId: string; find: string }) => {
  const t = await getTranslations('tickets.copy');
  const followers = await (await serverApi()).tickets.followers({ number: at.number, text: find.slice(0, 200) });
  return (
    <section aria-labelledby="people-in-copy" className="grid gap-2">
      <h2 id="people-in-copy" className="text-base font-semibold">
        {t('title')}
      </h2>
      {followers.people.length > 0 ? (
        <ul aria-labelledby="people-in-copy" className="divide-y divide-line">
          {followers.people.map((person) => (
            <PersonInCopy key={person.id} person={person} readerId={readerId} decides={followers.decides} {...at} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{t('none')}</p>
      )}
      {followers.decides ? <Adding followers={followers} find={find.slice(0, 200)} {...at} /> : null}
    </section>
  );
};
