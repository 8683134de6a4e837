import { getTimeZone, getTranslations } from 'next-intl/server';
import { brand } from '@/app/_components/shell/brand';
import { absolute, siteAddress } from '@/app/_site/address';
import { worstComponentStatus } from '@/domain/incidents/status';
import type { StatusFacts } from '@/domain/incidents/statuspage';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { loadStatus, type ServiceStatus } from './load-status';

/** Stable for the life of an installation at one address, as clients expect of a page's id. */
const pageId = (): string => new URL(siteAddress()).hostname;

const groupsOf = ({ groups, components }: ServiceStatus, locale: Locale): StatusFacts['groups'] =>
  groups.map((group) => {
    const members = components.filter((component) => component.groupId === group.id);
    const moments = members.map((member) => member.updatedAt.getTime());
    return {
      id: group.id,
      name: inLocale(group.name, locale),
      status: worstComponentStatus(members.map((member) => member.status)),
      createdAt: group.createdAt,
      updatedAt: new Date(Math.max(group.createdAt.getTime(), ...moments)),
      position: group.position,
    };
  });

/** The state of the service in one language, as the Statuspage serialisers take it. */
export const statusFacts = async (locale: Locale): Promise<StatusFacts> => {
  const status = await loadStatus(locale);
  const t = await getTranslations({ locale, namespace: 'status.page' });
  const timeZone = await getTimeZone({ locale });
  return {
    page: { id: pageId(), name: brand.name, url: siteAddress(), timeZone, updatedAt: status.updatedAt },
    status: { ...status.page, words: t(status.page.description) },
    groups: groupsOf(status, locale),
    components: status.components.map((component) => ({
      ...component,
      name: inLocale(component.name, locale),
      description: component.description && inLocale(component.description, locale),
    })),
    incidents: status.incidents.map((incident) => ({
      ...incident,
      name: inLocale(incident.title, locale),
      shortlink: absolute(`/${locale}/status/incidents/${incident.id}`),
      updates: incident.updates.map((update) => ({ ...update, body: inLocale(update.body, locale) })),
    })),
  };
};
