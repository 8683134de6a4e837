import { tagPage } from '@/app/_cache/tag-page';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { visitorApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';

export type ServiceStatus = RouterOutputs['incidents']['status'];
export type ToldIncident = ServiceStatus['incidents'][number];

/** What everybody may know of the service, for pages that are kept until an incident changes. */
export const loadStatus = async (locale: Locale): Promise<ServiceStatus> => {
  await tagPage('incidents');
  return visitorApi(locale).incidents.status({});
};
