import { useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import type { Locale } from '@/domain/people/locale';
import { supportIdea } from './actions';

type SupportProps = {
  locale: Locale;
  idea: { number: number; title: string; supported: boolean; takesVotes: boolean };
  /** The page it stands on; visitors are led back to it once they have signed in. */
  here: string;
  /** Drawn for everybody: whoever wants to support signs in first. */
  anonymous: boolean;
  size?: 'sm' | 'md';
};

/** Supports an idea or takes that back; a form, so that it works without scripts. */
export const Support = ({ locale, idea, here, anonymous, size = 'md' }: SupportProps) => {
  const t = useTranslations('ideas.support');
  if (!idea.takesVotes && !idea.supported) return null;
  if (anonymous) {
    const next = new URLSearchParams({ next: `${here}#idea-${idea.number}` });
    return (
      <LinkButton
        href={`/${locale}/sign-in?${next}`}
        size={size}
        icon="arrow-up"
        aria-label={t('giveTo', { title: idea.title })}
      >
        {t('give')}
      </LinkButton>
    );
  }
  return (
    <form action={supportIdea}>
      <HiddenFields locale={locale} next={here} />
      <input type="hidden" name="number" value={idea.number} />
      {idea.supported ? <input type="hidden" name="withdraw" value="1" /> : null}
      <Button
        type="submit"
        size={size}
        variant={idea.supported ? 'quiet' : 'secondary'}
        icon={idea.supported ? 'x' : 'arrow-up'}
        aria-label={t(idea.supported ? 'withdrawFrom' : 'giveTo', { title: idea.title })}
      >
        {t(idea.supported ? 'withdraw' : 'give')}
      </Button>
    </form>
  );
};
