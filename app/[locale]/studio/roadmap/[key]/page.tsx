import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { stepFields } from '@/app/_components/roadmap/steps-in';
import { ThemeForm } from '@/app/_components/roadmap/theme-form';
import { ThemeMoveForm } from '@/app/_components/roadmap/theme-move-form';
import { ThemeStateBadge } from '@/app/_components/roadmap/theme-state';
import { TiedRequests } from '@/app/_components/tickets/tied-requests';
import { BackLink } from '@/app/_components/ui/back-link';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import { editTheme, moveTheme } from '../actions';

type Props = {
  params: Promise<{ locale: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.roadmap' });
  return { title: t('title') };
};

const both = (name: string, text: LocalisedText): Record<string, string> => ({
  [`${name}Fr`]: text.fr,
  [`${name}En`]: text.en ?? '',
});

export default async function StudioThemePage(props: Props) {
  const locale = await pageLocale(props.params);
  const { key } = await props.params;
  const base = `/${locale}/studio/roadmap`;
  const person = await grantedPerson('roadmap.edit', `${base}/${key}`);
  const theme = await orNotFound((await serverApi()).roadmap.show({ key }), `${base}/${key}`);
  const t = await getTranslations('studio.roadmap');
  const steps = theme.steps.map(({ id, title, doneAt }) => ({ id, title, done: doneAt !== null }));
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={base}>{t('back')}</BackLink>}
        title={inLocale(theme.title, locale)}
        meta={<ThemeStateBadge state={theme.state} />}
        actions={
          <LinkButton href={`/${locale}/roadmap/${theme.key}`} icon="eye">
            {t('public')}
          </LinkButton>
        }
      />
      {(await props.searchParams).saved ? <Callout tone="positive" role="status" title={t('saved')} /> : null}
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <ThemeForm
          key={theme.updatedAt.toISOString()}
          locale={locale}
          edited={{ key: theme.key, seenAt: theme.updatedAt.toISOString() }}
          initial={{
            ...both('title', theme.title),
            ...both('why', theme.why),
            ...both('what', theme.what),
            ...both('area', theme.area),
            horizon: theme.horizon,
            quarter: theme.quarter ?? '',
            ...stepFields(steps),
          }}
          action={editTheme}
        />
        <div className="grid gap-10">
          <section aria-labelledby="move" className="grid gap-4">
            <h2 id="move" className="text-lg">
              {t('move.title')}
            </h2>
            <ThemeMoveForm
              locale={locale}
              themeKey={theme.key}
              from={theme.state}
              next={theme.next}
              action={moveTheme}
            />
          </section>
          <TiedRequests
            to="theme"
            id={theme.id}
            filter={{ theme: theme.key }}
            locale={locale}
            seesDesk={worksOnTickets(granteeOf(person))}
          />
        </div>
      </div>
    </div>
  );
}
