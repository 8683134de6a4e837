import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { StatusBadge } from './status-badge';

type Link = RouterOutputs['tickets']['show']['links'][number];

type LinkedRequestsProps = {
  links: readonly Link[];
  /** Address of the requests around it: the number of another follows it. */
  base: string;
  /** What can be done with a link. */
  act?: (link: Link) => ReactNode;
  /** What stands under the list: how to add to it. */
  children?: ReactNode;
};

/** The requests that one is linked to, as far as this reader may see them, each with what it is to them. */
export const LinkedRequests = ({ links, base, act, children }: LinkedRequestsProps) => {
  const t = useTranslations('tickets.links');
  if (links.length === 0 && !children) return null;
  return (
    <section aria-labelledby="linked-requests" className="grid gap-2">
      <h2 id="linked-requests" className="text-base font-semibold">
        {t('title')}
      </h2>
      {links.length > 0 ? (
        <ul aria-labelledby="linked-requests" className="divide-y divide-line text-sm">
          {links.map((link) => (
            <li key={link.id} className="flex items-start gap-2 py-2.5">
              <div className="grid min-w-0 flex-1 justify-items-start gap-1">
                <span className="text-ink-soft">{t(`roles.${link.role}`)}</span>
                <a href={`${base}/${link.number}`} className="wrap-anywhere">
                  #{link.number} · {link.subject}
                </a>
                <StatusBadge
                  status={link.status}
                  reader={base.endsWith('/desk') ? 'desk' : link.own ? 'own' : 'other'}
                />
              </div>
              {act?.(link)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{t('none')}</p>
      )}
      {children}
    </section>
  );
};
