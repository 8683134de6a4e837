'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { usePhrase } from '@/app/_forms/use-phrase';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { FileRow } from './file-row';
import type { useUploads } from './use-uploads';

const MEGABYTE = 1024 * 1024;

const named = (file: File, fallback: string): File =>
  file.name && file.name !== 'image.png' ? file : new File([file], fallback, { type: file.type });

/**
 * Attachments by picker, drop and paste. Without JavaScript it is a plain file input whose files come with the form; with
 * it each file is sent at once and the form only carries its claim.
 */
export const FileField = ({ files, error }: { files: ReturnType<typeof useUploads>; error?: string | undefined }) => {
  const t = useTranslations('tickets.files');
  const phrase = usePhrase();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { add } = files;
  const pastedName = t('pasted');

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      add(pasted.map((file) => named(file, pastedName)));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [add, pastedName]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  const failed = files.uploads.find((one) => one.problem);
  const last = files.uploads.at(-1);
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-[0.9375rem] leading-snug font-semibold">{t('label')}</legend>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {t('hint', { count: TICKET_LIMITS.files, size: TICKET_LIMITS.fileBytes / MEGABYTE })}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the file input inside is the accessible one */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-dashed px-4 py-4 text-sm text-ink-soft',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
        )}
      >
        <label htmlFor={id}>{t('drop')}</label>
        <input
          ref={input}
          id={id}
          type="file"
          name="files"
          multiple
          aria-describedby={`${id}-hint`}
          className="max-w-full text-sm file:me-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:font-semibold file:text-ink"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      {files.uploads.length > 0 ? (
        <ul className="mt-2 grid gap-2">
          {files.uploads.map((upload) => (
            <FileRow key={upload.key} upload={upload} onRemove={files.remove} onRetry={files.retry} />
          ))}
        </ul>
      ) : null}
      {files.uploads.map(({ key, result }) =>
        result ? <input key={key} type="hidden" name="attachment" value={JSON.stringify(result)} /> : null,
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {failed ? t('failed', { name: failed.name }) : last?.result ? t('done', { name: last.name }) : ''}
      </p>
      {error || failed ? (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error ?? phrase(failed?.problem)}
        </p>
      ) : null}
    </fieldset>
  );
};
