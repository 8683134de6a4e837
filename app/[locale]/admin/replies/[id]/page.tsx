import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { removeReply } from '@/app/_components/replies/actions';
import { ReplyForm } from '@/app/_components/replies/reply-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { Button } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { takeFlash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';

type Props = FormPageProps & { params: Promise<{ locale: string; id: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'replies' });
  return { title: t('title') };
};

export default async function ReplyPage(props: Props) {
  const { locale } = await pageInput(props);
  const { id } = await props.params;
  const here = `/${locale}/admin/replies/${id}`;
  await grantedPerson('replies.edit', here);
  const api = await serverApi();
  const [reply, { teams }] = await Promise.all([orNotFound(api.replies.show({ id }), here), api.teams.list({})]);
  const t = await getTranslations('replies');
  return (
    <div className="grid gap-8">
      <PageHeader
        scale="work"
        above={<BackLink href={`/${locale}/admin/replies`}>{t('title')}</BackLink>}
        title={reply.title}
      />
      <ReplyForm locale={locale} flash={await takeFlash('reply')} teams={teams} reply={reply} />
      <details className="max-w-form border-t border-line pt-8">
        <summary className="w-fit cursor-pointer text-danger">{t('remove')}</summary>
        <form action={removeReply} className="mt-3 grid gap-3">
          <HiddenFields locale={locale} />
          <input type="hidden" name="id" value={reply.id} />
          <p className="text-sm text-ink-soft">{t('removeSure', { title: reply.title })}</p>
          <Button type="submit" variant="danger" icon="trash" className="justify-self-start">
            {t('removeForGood')}
          </Button>
        </form>
      </details>
    </div>
  );
}
