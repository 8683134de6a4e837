import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { TONE_TEXT } from '@/app/_components/ui/tone';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { ServiceStatus } from './load-status';
import { COMPONENT_LOOK } from './look';

type Component = ServiceStatus['components'][number];

const ComponentRow = ({ component, locale }: { component: Component; locale: Locale }) => {
  const t = useTranslations('incidents.component');
  const { tone, icon } = COMPONENT_LOOK[component.status];
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3.5">
      <span>
        <span className="font-medium">{inLocale(component.name, locale)}</span>
        {component.description ? (
          <span className="block text-sm text-ink-soft">{inLocale(component.description, locale)}</span>
        ) : null}
      </span>
      <span className={clsx('inline-flex items-center gap-1.5 text-[0.9375rem] font-medium', TONE_TEXT[tone])}>
        <Icon name={icon} size={17} />
        {t(component.status)}
      </span>
    </li>
  );
};

/** Every part of the service by group, with its state in words. */
export const ComponentGroups = ({ status, locale }: { status: ServiceStatus; locale: Locale }) => (
  <div className="grid gap-8">
    {status.groups.map((group) => (
      <section key={group.id} aria-labelledby={`group-${group.id}`}>
        <h3 id={`group-${group.id}`} className="text-lg">
          {inLocale(group.name, locale)}
        </h3>
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {status.components
            .filter((component) => component.groupId === group.id)
            .map((component) => (
              <ComponentRow key={component.id} component={component} locale={locale} />
            ))}
        </ul>
      </section>
    ))}
  </div>
);
