import { useTranslations } from 'next-intl';
import { LinkButton } from '@/app/_components/ui/button';

type CommentsTeaserProps = { path: string; closed: boolean };

/**
 * Leads from an article to its comments; the reading script brings them here when a reader comes near. What was published before
 * an article was closed stays to be read.
 */
export const CommentsTeaser = ({ path, closed }: CommentsTeaserProps) => {
  const t = useTranslations('comments');
  return (
    <section id="comments" aria-labelledby="comments-title" className="mt-12 scroll-mt-28" data-print="no">
      <h2 id="comments-title" className="text-xl">
        {t('title')}
      </h2>
      <div data-include-near={`${path}/comments`} className="mt-4 grid gap-8">
        {closed ? <p className="text-ink-soft">{t('closed')}</p> : null}
        <p className="flex flex-wrap gap-3">
          <LinkButton href={`${path}/comments`} icon="message-text">
            {t(closed ? 'readPublished' : 'read')}
          </LinkButton>
          {closed ? null : (
            <LinkButton href={`${path}/comments/write`} rel="nofollow" icon="message" variant="quiet">
              {t('write')}
            </LinkButton>
          )}
        </p>
      </div>
    </section>
  );
};
