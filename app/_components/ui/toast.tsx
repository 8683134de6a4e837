'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { TONE_TEXT, type Tone } from './tone';

type Toast = { id: number; text: string; tone: Tone; action?: { label: string; run: () => void } | undefined };

const SHOWN_MS = 6000;
/** What can be undone stays long enough to be read and decided upon. */
const SHOWN_WITH_ACTION_MS = 12_000;

const without =
  (id: number) =>
  (all: Toast[]): Toast[] =>
    all.filter((one) => one.id !== id);

let nextId = 1;
const listeners = new Set<(toast: Toast) => void>();

/** Says in passing that something was done, `action` undoing it; what must not be missed belongs in a Callout. */
export const toast = (text: string, options: { tone?: Tone; action?: Toast['action'] } = {}): void => {
  const item = { id: nextId++, text, tone: options.tone ?? 'positive', action: options.action };
  for (const listener of listeners) listener(item);
};

/** The live region toasts are spoken from; one per working shell. */
export const ToastRegion = () => {
  const t = useTranslations('ui');
  const [toasts, setToasts] = useState<Toast[]>([]);

  useEffect(() => {
    const show = (item: Toast) => {
      setToasts((all) => [...all.slice(-2), item]);
      setTimeout(() => setToasts(without(item.id)), item.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
    };
    listeners.add(show);
    return () => {
      listeners.delete(show);
    };
  }, []);

  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-center gap-2 sm:inset-x-auto sm:end-5"
    >
      {toasts.map((item) => (
        <div
          key={item.id}
          className="pointer-events-auto flex max-w-form items-center gap-3 rounded-lg border border-line bg-surface py-2 ps-4 pe-2 text-sm shadow-float"
        >
          <Icon
            name={item.tone === 'danger' || item.tone === 'warning' ? 'circle-alert' : 'circle-check'}
            className={TONE_TEXT[item.tone]}
          />
          <span className="py-1">{item.text}</span>
          {item.action ? (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                item.action?.run();
                setToasts(without(item.id));
              }}
            >
              {item.action.label}
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="quiet"
            square
            icon="x"
            aria-label={t('close')}
            onClick={() => setToasts(without(item.id))}
          />
        </div>
      ))}
    </div>
  );
};
