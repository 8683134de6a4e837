import { tagPage } from '@/app/_cache/tag-page';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { visitorApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';

export type Roadmap = RouterOutputs['roadmap']['list'];
export type ListedTheme = Roadmap['themes'][number];

/** The roadmap as everybody may read it, for pages that are kept until it changes. */
export const loadRoadmap = async (locale: Locale): Promise<Roadmap> => {
  await tagPage('roadmap');
  return visitorApi(locale).roadmap.list({});
};
