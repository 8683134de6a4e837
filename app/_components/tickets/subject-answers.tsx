'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/domain/people/locale';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { tellSearch } from '@/reading/search-log';
import { AnswerList } from './answer-list';
import { AnswerPreview } from './answer-preview';

/** A sentence is being written: what it means shows at a pause, not at each letter. */
const PAUSE_MS = 250;
const SHORTEST = 4;
/** Words that stood for so long were meant, even if nothing was opened. */
const SETTLED_MS = 1500;

type About = 'request' | 'suggestion' | 'idea';

type Found = { subject: string; answers: readonly FoundAnswer[]; since: number };

const ask = async (
  subject: string,
  locale: Locale,
  about: About,
  signal: AbortSignal,
): Promise<readonly FoundAnswer[]> => {
  const response = await fetch(`/api/search/answers?${new URLSearchParams({ subject, locale, about })}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { answers: readonly FoundAnswer[] }).answers;
};

const fieldOf = (id: string): HTMLInputElement | null => {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement ? field : null;
};

/** Follows what is written in a field and answers what may be the answer to it. */
const useAnswers = (fieldId: string, locale: Locale, about: About) => {
  const [found, setFound] = useState<Found | null>(null);
  const last = useRef<Found | null>(null);
  const told = useRef('');
  useEffect(() => {
    const field = fieldOf(fieldId);
    if (!field) return;
    let timer = 0;
    let request = new AbortController();
    const look = async () => {
      const subject = field.value.trim();
      request.abort();
      request = new AbortController();
      if (subject.length < SHORTEST) return setFound(null);
      if (subject === last.current?.subject) return;
      try {
        const answers = await ask(subject, locale, about, request.signal);
        last.current = { subject, answers, since: performance.now() };
        setFound(last.current);
      } catch {
        // Overtaken by what was typed since, or the search is away: the form does not need it.
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(), PAUSE_MS);
    };
    const left = () => {
      const known = last.current;
      // What is looked for beside an idea is no request that was spared.
      if (about === 'idea') return;
      if (!known || known.subject === told.current || performance.now() - known.since < SETTLED_MS) return;
      told.current = known.subject;
      tellSearch({ words: known.subject, results: known.answers.length, surface: 'request' });
    };
    field.addEventListener('input', later);
    field.addEventListener('change', left);
    // What came with the page, or was typed before it woke up.
    void look();
    return () => {
      clearTimeout(timer);
      request.abort();
      field.removeEventListener('input', later);
      field.removeEventListener('change', left);
    };
  }, [fieldId, locale, about]);
  return { found, told };
};

type SubjectAnswersProps = {
  locale: Locale;
  /** The id of the subject's field. */
  fieldId: string;
  /** What is being written: a request, a suggestion (a request that becomes an idea), or an idea. */
  about?: About;
};

/** What may answer a request while its subject is being written: read in place, or in another tab. */
export const SubjectAnswers = ({ locale, fieldId, about = 'request' }: SubjectAnswersProps) => {
  const t = useTranslations(about === 'idea' ? 'ideas.similar' : 'tickets.answers');
  const { found, told } = useAnswers(fieldId, locale, about);
  const [shown, setShown] = useState<FoundAnswer | null>(null);
  const open = (answer: FoundAnswer, event: MouseEvent<HTMLAnchorElement>) => {
    if (!found) return;
    told.current = found.subject;
    const { kind, href, rank } = answer;
    if (about !== 'idea') {
      tellSearch({
        words: found.subject,
        results: found.answers.length,
        surface: 'request',
        hit: { kind, href, rank },
      });
    }
    // One's own requests, incidents and ideas change while one reads: they open as pages.
    const elsewhere = event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey;
    if (elsewhere || kind === 'request' || kind === 'incident' || kind === 'idea') return;
    event.preventDefault();
    setShown(answer);
  };
  const count = found?.answers.length ?? 0;
  return (
    <>
      <p role="status" className="sr-only">
        {found ? t('count', { count }) : ''}
      </p>
      {found && count > 0 ? (
        <section
          aria-labelledby="answers-found"
          className="rounded-lg border border-accent-line bg-accent-soft px-5 pt-4 pb-1"
        >
          <h2 id="answers-found" className="text-base">
            {t('title')}
          </h2>
          <p className="mt-0.5 mb-3 text-sm text-ink-soft">{t('kept')}</p>
          <AnswerList answers={found.answers} onOpen={open} />
        </section>
      ) : null}
      <AnswerPreview answer={shown} onClose={() => setShown(null)} />
    </>
  );
};
