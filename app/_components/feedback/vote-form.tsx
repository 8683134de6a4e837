import type { ReactNode } from 'react';
import type { Verdict } from '@/domain/articles/feedback';
import type { ArticleEntry } from '@/server/kernel/content';

type VoteFormProps = { article: ArticleEntry; verdict?: Verdict; className?: string; children: ReactNode };

/** A plain form to the door of votes, for stored pages too; one of its fields is there for programs alone. */
export const VoteForm = ({ article, verdict, className, children }: VoteFormProps) => (
  <form method="post" action="/api/feedback" className={className} noValidate>
    <input type="hidden" name="locale" value={article.locale} />
    <input type="hidden" name="article" value={article.key} />
    {verdict ? <input type="hidden" name="verdict" value={verdict} /> : null}
    <input type="text" name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" className="hidden" />
    {children}
  </form>
);
