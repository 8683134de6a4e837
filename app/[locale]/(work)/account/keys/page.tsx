import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/app/_components/ui/back-link';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { PageHeader } from '@/app/_components/ui/page-header';
import { type Flash, takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { usePhrase } from '@/app/_forms/use-phrase';
import { grantedPerson } from '@/app/_trpc/server';
import { KEY_PLACES, type KeyPlace, type OwnKeys, USUAL_KEYS } from '@/domain/people/keys';
import { resetKeys, saveKeys } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'keys.own' });
  return { title: t('title') };
};

type Shown = { flash: Flash | null; own: OwnKeys };

const KeyField = ({ name, usual, flash, own }: Shown & { name: string; usual: string }) => {
  const t = useTranslations('keys');
  const say = usePhrase();
  const deed = (of: string) => t(`deeds.${of}` as 'deeds.answer');
  const fault = flash?.fields[`keys.${name}`];
  const other = fault?.key === 'errors.shortcutTaken' ? String(fault.data?.other ?? '') : '';
  return (
    <Field
      id={`key-${name}`}
      label={deed(name)}
      hint={t('own.usual', { key: usual.toUpperCase() })}
      error={other ? t('own.taken', { other: deed(other) }) : say(fault)}
      className="content-start"
    >
      {({ required: _, ...wiring }) => (
        <Input
          {...wiring}
          name={`keys.${name}`}
          defaultValue={flash?.values[`keys.${name}`] ?? own[name]}
          placeholder={usual.toUpperCase()}
          maxLength={4}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="w-16 text-center uppercase"
        />
      )}
    </Field>
  );
};

const PlaceFields = ({ place, ...shown }: Shown & { place: KeyPlace }) => {
  const t = useTranslations('keys.places');
  return (
    <fieldset>
      <legend className="mb-4 text-lg font-semibold">{t(place)}</legend>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries(USUAL_KEYS[place]).map(([name, usual]) => (
          <KeyField key={name} name={name} usual={usual} {...shown} />
        ))}
      </div>
    </fieldset>
  );
};

/** Where somebody chooses the keys of the working places for themselves. */
export default async function KeysPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const person = await grantedPerson('people.editKeys', `/${locale}/account/keys`);
  const flash = await takeFlash('keys');
  const t = await getTranslations('keys.own');
  const own = person.keys ?? {};
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/account`}>{t('back')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
      />
      {query.saved && !flash ? (
        <Callout tone="positive" role="status">
          {t('saved')}
        </Callout>
      ) : null}
      <form action={saveKeys} className="grid gap-10" noValidate>
        <HiddenFields locale={locale} />
        <FormMessage flash={flash} />
        {KEY_PLACES.map((place) => (
          <PlaceFields key={place} place={place} flash={flash} own={own} />
        ))}
        <Button type="submit" variant="primary" className="justify-self-start">
          {t('save')}
        </Button>
      </form>
      {Object.keys(own).length > 0 ? (
        <form action={resetKeys}>
          <HiddenFields locale={locale} />
          <Button type="submit" variant="quiet" icon="undo">
            {t('reset')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
