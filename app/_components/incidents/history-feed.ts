import { Feed } from 'feed';
import { getFormatter, getTranslations } from 'next-intl/server';
import { brand } from '@/app/_components/shell/brand';
import { absolute, siteAddress } from '@/app/_site/address';
import { escapeXml } from '@/app/_site/xml';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { loadStatus, type ToldIncident } from './load-status';

const LONG = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

/** Incidents as a feed, running ones included, in the form Statuspage's clients know: one paragraph an update, newest first. */
export const historyFeed = async (locale: Locale): Promise<Feed> => {
  const { incidents, updatedAt } = await loadStatus(locale);
  const t = await getTranslations({ locale, namespace: 'incidents.status' });
  const tStatus = await getTranslations({ locale, namespace: 'status' });
  const format = await getFormatter({ locale });
  const page = absolute(`/${locale}/status`);
  const content = (incident: ToldIncident): string =>
    incident.updates
      .map((update) => {
        const at = escapeXml(format.dateTime(update.displayAt, LONG));
        const body = escapeXml(inLocale(update.body, locale)).replaceAll('\n', '<br>');
        return `<p><small>${at}</small><br><strong>${escapeXml(t(update.status))}</strong> - ${body}</p>`;
      })
      .join('');
  const newest = Math.max(...incidents.map((incident) => incident.updatedAt.getTime()), 0) || updatedAt.getTime();
  const feed = new Feed({
    id: `tag:${new URL(siteAddress()).hostname},2005:/history`,
    link: page,
    feed: absolute(`/${locale}/history.atom`),
    title: `${tStatus('title')} · ${brand.name}`,
    description: tStatus('lead'),
    language: locale,
    generator: 'Guichet',
    copyright: brand.legal.company,
    updated: new Date(newest),
  });
  const latestFirst = [...incidents].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  for (const incident of latestFirst) {
    feed.addItem({
      id: `tag:${new URL(siteAddress()).hostname},2005:Incident/${incident.id}`,
      link: absolute(`/${locale}/status/incidents/${incident.id}`),
      title: inLocale(incident.title, locale),
      content: content(incident),
      date: incident.updatedAt,
      published: incident.startedAt,
    });
  }
  return feed;
};
