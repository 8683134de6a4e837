'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  /** For what is a sheet of its own rather than a question. */
  wide?: boolean;
  children: ReactNode;
};

/** The browser's own modal: it traps the focus, closes on Escape and gives the focus back. */
export const Dialog = ({ open, onClose, title, footer, wide = false, children }: DialogProps) => {
  const t = useTranslations('ui');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className={clsx(
        'm-auto rounded-xl border border-line bg-surface p-0 shadow-float',
        wide ? 'w-[min(48rem,calc(100vw-2rem))]' : 'w-[min(36rem,calc(100vw-2rem))]',
      )}
    >
      <div className="flex items-start justify-between gap-4 px-6 pt-5">
        <h2 id={titleId} className="text-xl">
          {title}
        </h2>
        <Button variant="quiet" size="sm" square icon="x" aria-label={t('close')} onClick={onClose} className="-me-2" />
      </div>
      <div className="px-6 py-4">{children}</div>
      {footer ? <div className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4">{footer}</div> : null}
    </dialog>
  );
};
