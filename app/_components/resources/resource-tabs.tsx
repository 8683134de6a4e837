import { useTranslations } from 'next-intl';
import { SubNav } from '@/app/_components/ui/subnav';
import type { Locale } from '@/domain/people/locale';
import { RESOURCE_KINDS, type ResourceKind } from '@/domain/resources/kinds';
import { glossarySize, type ResourceEntry, resources } from '@/server/kernel/content';

type ResourceTabsProps = {
  locale: Locale;
  current: ResourceKind | 'all' | 'glossary';
  /** All resources this reader may see; left out, those of everybody. */
  all?: readonly ResourceEntry[];
};

/** The shelves of the resources; what is empty is left out. */
export const ResourceTabs = ({ locale, current, all = resources(locale) }: ResourceTabsProps) => {
  const t = useTranslations('resources');
  const shelves = [
    { name: 'all', href: '', label: t('all'), count: all.length },
    ...RESOURCE_KINDS.map((kind) => ({
      name: kind,
      href: `/by/${kind}`,
      label: t(`kinds.${kind}`),
      count: all.filter((entry) => entry.kind === kind).length,
    })),
    { name: 'glossary', href: '/glossary', label: t('glossary.title'), count: glossarySize(locale) },
  ];
  const filled = shelves.filter(({ name, count }) => name === 'all' || count > 0);
  if (filled.length < 2) return null;
  return (
    <SubNav
      label={t('tabs')}
      className="mt-8"
      items={filled.map(({ name, href, label, count }) => ({
        href: `/${locale}/resources${href}`,
        label,
        count,
        current: name === current,
      }))}
    />
  );
};
