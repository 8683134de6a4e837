import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { KIND_ICON } from '../search/kind-icon';
import { Icon } from '../ui/icon';

type AnswerListProps = {
  answers: readonly FoundAnswer[];
  /** Called when an answer is opened; may keep it from leaving the page. */
  onOpen?: ((answer: FoundAnswer, event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
};

/** Answers that may spare a request. They open beside it, in another tab, so that nothing typed is lost. */
export const AnswerList = ({ answers, onOpen }: AnswerListProps) => {
  const t = useTranslations('tickets.answers');
  return (
    <ul className="divide-y divide-line border-t border-line">
      {answers.map((answer) => (
        <li key={answer.href} className="group relative flex items-start gap-3 py-3">
          <Icon name={KIND_ICON[answer.kind]} size={18} className="mt-0.5 shrink-0 text-accent" />
          <span className="min-w-0 text-[0.9375rem]">
            <a
              href={answer.href}
              target="_blank"
              rel="noopener"
              onClick={onOpen ? (event) => onOpen(answer, event) : undefined}
              onAuxClick={onOpen ? (event) => event.button === 1 && onOpen(answer, event) : undefined}
              className="stretched font-medium no-underline group-hover:text-accent group-hover:underline"
            >
              <span lang={answer.lang}>{answer.title}</span>
              <span className="sr-only"> {t(onOpen ? 'opensHere' : 'opensTab')}</span>
            </a>
            <span className="block text-sm text-ink-faint">
              {answer.place ? `${answer.label} · ${answer.place}` : answer.label}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
};
