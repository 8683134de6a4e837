import '../../globals.css';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { BannerNow } from '@/app/_components/incidents/running-banner';
import { OnTheWay } from '@/app/_components/shell/on-the-way';
import { SiteFrame } from '@/app/_components/shell/site-frame';
import { WorkLanguageSwitch } from '@/app/_components/shell/work-language-switch';
import { ToastRegion } from '@/app/_components/ui/toast';
import { ClientMessages } from '@/app/_i18n/client-messages';
import { pageLocale } from '@/app/_i18n/page-locale';

/** Working pages of customers: the site's frame, hydrated. */
export default async function CustomerLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const locale = await pageLocale(props.params);
  // As the front tells it: the account is no part of the requests.
  const path = (await headers()).get('x-guichet-path');
  return (
    <ClientMessages>
      <SiteFrame
        locale={locale}
        section={(['requests', 'ideas'] as const).find((place) => path?.startsWith(`/${locale}/${place}`))}
        languages={<WorkLanguageSwitch locale={locale} />}
        banner={<BannerNow locale={locale} />}
      >
        <div className="page-gutter mx-auto w-full max-w-page pt-8 pb-20 sm:pt-12">{props.children}</div>
      </SiteFrame>
      <OnTheWay />
      <ToastRegion />
    </ClientMessages>
  );
}
