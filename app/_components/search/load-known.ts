import { getTranslations } from 'next-intl/server';
import { withQuery } from '@/app/_forms/page-input';
import type { serverApi } from '@/app/_trpc/server';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Fewer letters begin too many names. */
const SHORTEST = 2;

/**
 * People and organisations that the desk looks for by name, as suggestions: each leads to its requests, or to the page of the
 * organisation for who tends those. They have no rank: the log of searches is about answers. Nothing for anybody else.
 */
export const knownToDesk = async (api: Api, actor: Actor, { text, locale }: { text: string; locale: Locale }) => {
  const grantee = granteeOf(actor);
  if (text.length < SHORTEST || !isGranted('people.find', grantee)) return [];
  const [people, organisations] = await Promise.all([api.people.find({ text }), api.organisations.find({ text })]);
  const t = await getTranslations({ locale, namespace: 'search.desk' });
  const desk = `/${locale}/desk`;
  const hit = (label: string, title: string, place: string, href: string) => ({
    kind: '',
    label,
    title,
    place,
    excerpt: '',
    href,
    rank: 0,
  });
  return [
    ...organisations.map(({ id, name, productVersion }) =>
      hit(
        t('organisations'),
        name,
        productVersion ? t('version', { version: productVersion }) : '',
        isGranted('organisations.list', grantee)
          ? `/${locale}/admin/organisations/${id}`
          : withQuery(desk, { status: 'all', organisation: name }),
      ),
    ),
    ...people.map(({ name, email, organisation }) =>
      hit(
        t('people'),
        name,
        organisation ? `${organisation} · ${email}` : email,
        withQuery(desk, { status: 'all', requester: email }),
      ),
    ),
  ];
};
