import { redirect } from 'next/navigation';
import { pageLocale } from '@/app/_i18n/page-locale';

/** The administration opens with the accounts. */
export default async function AdminPage(props: { params: Promise<{ locale: string }> }) {
  redirect(`/${await pageLocale(props.params)}/admin/people`);
}
