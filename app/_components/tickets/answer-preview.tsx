'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { Button, LinkButton } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** What is no part of the answer itself, or would not work away from its page. */
const LEFT_OUT = 'script, style, nav, aside, form, template, .anchor, [data-print="no"], article-feedback';

/** The text of an answer out of its page: a question is where its anchor is, the rest is the page's article. */
const textOf = (page: Document, answer: FoundAnswer): Element | null => {
  const anchor = decodeURIComponent(answer.href.split('#')[1] ?? '');
  const question = answer.kind === 'question' && anchor ? page.getElementById(anchor) : null;
  return question ?? page.querySelector('article .prose') ?? page.querySelector('main');
};

/** The page is ours and was sanitised there; taken over node by node, nothing in it runs. */
const nodesOf = (html: string, answer: FoundAnswer): Node[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const text = textOf(page, answer);
  for (const element of text?.querySelectorAll(LEFT_OUT) ?? []) element.remove();
  for (const element of text?.querySelectorAll('[id]') ?? []) element.removeAttribute('id');
  for (const link of text?.querySelectorAll('a') ?? []) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return [...(text?.childNodes ?? [])].map((node) => document.importNode(node, true));
};

/** An answer read in place, over the form that is being filled in. */
export const AnswerPreview = ({ answer, onClose }: { answer: FoundAnswer | null; onClose: () => void }) => {
  const t = useTranslations('tickets.answers');
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'away'>('loading');

  useEffect(() => {
    if (!answer) return;
    const request = new AbortController();
    setState('loading');
    place.current?.replaceChildren();
    fetch(answer.href, { signal: request.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        place.current?.replaceChildren(...nodesOf(await response.text(), answer));
        setState('shown');
      })
      .catch(() => {
        if (!request.signal.aborted) setState('away');
      });
    return () => request.abort();
  }, [answer]);

  return (
    <Dialog
      open={answer !== null}
      onClose={onClose}
      title={answer?.title ?? ''}
      footer={
        <>
          <LinkButton href={answer?.href ?? ''} target="_blank" rel="noopener" variant="quiet" iconEnd="external-link">
            {t('newTab')}
          </LinkButton>
          <Button onClick={onClose}>{t('back')}</Button>
        </>
      }
    >
      {state === 'loading' ? <p className="text-ink-soft">{t('loading')}</p> : null}
      {state === 'away' ? <p className="text-ink-soft">{t('away')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div ref={place} tabIndex={0} role="document" className="prose prose-compact max-h-[60dvh] overflow-y-auto" />
    </Dialog>
  );
};
