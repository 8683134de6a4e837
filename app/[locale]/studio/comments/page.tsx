import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommentSettingsForm } from '@/app/_components/comments/comment-settings';
import { ModerationCard, RejectionFields } from '@/app/_components/comments/moderation-card';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { configureComments, decideComments } from './actions';

const PILES = ['waiting', 'reported', 'approved', 'rejected', 'spam'] as const;
const DID = ['kept', 'approved', 'rejected', 'spam', 'waiting'] as const;

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'comments.studio' });
  return { title: t('title') };
};

/** Which part of the queue is shown, for its forms to come back to. */
type View = { pile: string; after: string; before: string };

const ViewFields = ({ locale, view }: { locale: Locale; view: View }) => (
  <>
    <HiddenFields locale={locale} />
    {Object.entries(view).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

type DoneProps = { locale: Locale; view: View; did: (typeof DID)[number]; count: number; undo: string };

/** What was just done, with the way back while nobody has been told. */
const Done = async ({ locale, view, did, count, undo }: DoneProps) => {
  const t = await getTranslations('comments.studio');
  return (
    <Callout tone="positive" role="status" title={t(`did.${did}`, { count })}>
      {undo && count > 0 ? (
        <form action={decideComments}>
          <ViewFields locale={locale} view={view} />
          {undo.split(' ').map((id) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <Button type="submit" size="sm" icon="undo" name="act" value="undo">
            {t('undo')}
          </Button>
        </form>
      ) : null}
    </Callout>
  );
};

const BulkBar = async ({ pile, flash }: { pile: string; flash: Awaited<ReturnType<typeof takeFlash>> }) => {
  const t = await getTranslations('comments.studio');
  return (
    <fieldset className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-sunken p-3">
      <legend className="sr-only">{t('bulk')}</legend>
      <span className="me-1 text-sm text-ink-soft">{t('bulk')}</span>
      {pile === 'approved' ? null : (
        <Button type="submit" size="sm" icon="check-check" name="act" value="approved:all">
          {t('moves.approved')}
        </Button>
      )}
      <Button type="submit" size="sm" icon="flag" name="act" value="spam:all">
        {t('moves.spam')}
      </Button>
      <RejectionFields about="all" flash={flash} />
    </fieldset>
  );
};

export default async function StudioCommentsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/comments`;
  const pile = PILES.find((known) => known === query.pile) ?? 'waiting';
  const { comments: verbs } = await serverApi();
  const { after = '', before = '' } = query;
  const view = { pile, after, before };
  const { comments, counts, previous, next } = await orNotFound(verbs.queue({ pile, after, before }), here);
  // All of this page is dealt with.
  if (comments.length === 0 && (after || before)) redirect(withQuery(here, { ...query, after: null, before: null }));
  const settings = await orNotFound(verbs.settings({}), here);
  const flash = await takeFlash('comments');
  const settingsFlash = await takeFlash('comment-settings');
  const did = flash ? undefined : DID.find((kind) => kind === query.did);
  const t = await getTranslations('comments.studio');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <SubNav
        label={t('piles')}
        items={PILES.map((key) => ({
          href: withQuery(here, { pile: key }),
          label: t(`pile.${key}`),
          count: counts[key],
          current: key === pile,
        }))}
      />
      {did ? <Done locale={locale} view={view} did={did} count={Number(query.n) || 0} undo={query.undo ?? ''} /> : null}
      {query.saved && !settingsFlash ? <Callout tone="positive" role="status" title={t('settings.saved')} /> : null}
      <FormMessage flash={flash} />
      {comments.length === 0 ? (
        <EmptyState icon="message" title={t(`empty.${pile}`)} />
      ) : (
        <form action={decideComments} className="grid gap-4" noValidate>
          <ViewFields locale={locale} view={view} />
          {pile === 'waiting' || pile === 'reported' ? <BulkBar pile={pile} flash={flash} /> : null}
          <ul aria-label={t(`pile.${pile}`)} className="grid gap-3">
            {comments.map((comment) => (
              <ModerationCard key={comment.id} comment={comment} flash={flash} />
            ))}
          </ul>
        </form>
      )}
      <PageTurner base={here} query={{ pile }} previous={previous} next={next} />
      <CommentSettingsForm locale={locale} settings={settings} flash={settingsFlash} action={configureComments} />
    </div>
  );
}
