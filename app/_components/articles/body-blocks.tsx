import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Accordion } from '@/app/_components/ui/accordion';
import { Callout } from '@/app/_components/ui/callout';
import { LinkCard } from '@/app/_components/ui/card';
import { Step, Steps } from '@/app/_components/ui/steps';
import type { Tone } from '@/app/_components/ui/tone';

type Parts = { children?: ReactNode };

const TONES = { info: 'info', tip: 'accent', warning: 'warning', danger: 'danger' } as const satisfies Record<
  string,
  Tone
>;

/** Of which kind it is stands in words, too: as its title where the editor gave none, else as the name of its icon. */
export const CalloutPart = ({
  kind = 'info',
  title,
  children,
}: Parts & { kind?: keyof typeof TONES; title?: string }) => {
  const t = useTranslations('articles.callout');
  return (
    <Callout tone={TONES[kind]} title={title || t(kind)} label={title ? t(kind) : undefined} role="note">
      {children}
    </Callout>
  );
};

export const StepsPart = ({ children }: Parts) => <Steps>{children}</Steps>;

export const StepPart = ({ title, children }: Parts & { title: string }) => <Step title={title}>{children}</Step>;

export const AccordionPart = ({ title, children }: Parts & { title: string }) => (
  <Accordion title={title}>{children}</Accordion>
);

export const KeyPart = ({ children }: Parts) => <kbd>{children}</kbd>;

export const CardsPart = ({ children }: Parts) => <div className="grid gap-4 sm:grid-cols-2">{children}</div>;

export const CardPart = ({ href, title, children }: Parts & { href: string; title: string }) => (
  <LinkCard href={href} title={title}>
    {children}
  </LinkCard>
);
