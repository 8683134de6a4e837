import type { ReactNode } from 'react';
import { Icon } from './icon';

type AccordionProps = {
  id?: string | undefined;
  title: ReactNode;
  open?: boolean | undefined /** Those of one name close each other. */;
  group?: string | undefined;
  children: ReactNode;
};

/** The browser's own disclosure: works without script, found by the browser's search, open on paper. */
export const Accordion = ({ id, title, open, group, children }: AccordionProps) => (
  <details id={id} open={open} name={group} className="group/accordion border-b border-line">
    <summary className="flex items-start justify-between gap-4 py-4 font-semibold hover:text-accent">
      <span>{title}</span>
      <Icon name="plus" size={20} className="mt-0.5 text-ink-faint group-open/accordion:hidden" />
      <Icon name="minus" size={20} className="mt-0.5 hidden text-ink-faint group-open/accordion:block" />
    </summary>
    <div className="prose prose-compact pb-5">{children}</div>
  </details>
);
