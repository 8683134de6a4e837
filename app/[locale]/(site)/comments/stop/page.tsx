import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountFrame } from '@/app/_components/people/account-frame';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { setStopped } from './actions';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'comments.stopping' });
  return { title: t('title'), robots: { index: false } };
};

/** Where the last line of a mail about comments leads: one press, no sign-in; mail scanners that open links change nothing. */
export default async function StopPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const token = query.token ?? '';
  const flash = await takeFlash('comment-stop');
  const done = flash ? undefined : (['stopped', 'resumed'] as const).find((kind) => kind === query.done);
  const t = await getTranslations('comments.stopping');
  const stops = done !== 'stopped';
  return (
    <AccountFrame path={withQuery('/comments/stop', { token })} title={t('title')} lead={t('lead')}>
      {done ? (
        <Callout tone="positive" role="status">
          {t(done)}
        </Callout>
      ) : null}
      <form action={setStopped} className="grid gap-5">
        <HiddenFields locale={locale} token={token} />
        <input type="hidden" name="stopped" value={stops ? 'yes' : 'no'} />
        <FormMessage flash={flash} />
        <Button type="submit" variant={done ? 'secondary' : 'primary'} size="lg">
          {t(stops ? 'stop' : 'resume')}
        </Button>
      </form>
    </AccountFrame>
  );
}
