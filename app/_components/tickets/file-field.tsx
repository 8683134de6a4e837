'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '@/app/_components/ui/button';
import { OptionalMark } from '@/app/_components/ui/field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Phrase } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { FileRow } from './file-row';
import { isWritten } from './pasted';
import type { useUploads } from './use-uploads';

const MEGABYTE = 1024 * 1024;
/** The input inside the label is not seen: the label wears its focus. */
const FOCUS = 'relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

const named = (file: File, fallback: string): File =>
  file.name && file.name !== 'image.png' ? file : new File([file], fallback, { type: file.type });

/** The names under which files come with a form: whole, and as claims of those sent before. */
const MAIN = { files: 'files', attachment: 'attachment' } as const;

type FileFieldProps = {
  files: ReturnType<typeof useUploads>;
  error?: string | undefined;
  /** Files that came with the form and were not taken, each with its reason. */
  refused?: readonly Phrase[] | undefined;
  /** For a file that is asked for by itself. */
  label?: string;
  optional?: boolean;
  help?: string;
  names?: { files: string; attachment: string };
};

/**
 * Attachments by picker, drop and paste. Without JavaScript it is a plain file input whose files come with the form; with
 * it each file is sent at once and the form only carries its claim.
 */
export const FileField = ({
  files,
  error,
  refused = [],
  label,
  optional = false,
  help,
  names = MAIN,
}: FileFieldProps) => {
  const t = useTranslations('tickets.files');
  const phrase = usePhrase();
  const id = useId();
  const [awake, setAwake] = useState(false);
  const [over, setOver] = useState(false);
  const { add } = files;
  const pastedName = t('pasted');
  // What is pasted belongs to the request as a whole.
  const pastes = names === MAIN;

  const input = useRef<HTMLInputElement>(null);
  const take = () => {
    if (!input.current?.files?.length) return;
    add(input.current.files);
    input.current.value = '';
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, what was chosen before the scripts came
  useEffect(() => {
    setAwake(true);
    take();
  }, []);

  useEffect(() => {
    if (!pastes) return;
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const pasted = [...(clipboardData?.files ?? [])];
      const inText = target instanceof HTMLElement && target.matches('textarea, input');
      if (pasted.length === 0 || (inText && isWritten(clipboardData?.types ?? []))) return;
      event.preventDefault();
      add(pasted.map((file) => named(file, pastedName)));
    };
    // Dropped beside its place a file would be opened by the browser, and the page with all that is written would be gone.
    const hover = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const dropBeside = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      add(event.dataTransfer.files);
    };
    const heard = new AbortController();
    document.addEventListener('paste', paste, { signal: heard.signal });
    document.addEventListener('dragover', hover, { signal: heard.signal });
    document.addEventListener('drop', dropBeside, { signal: heard.signal });
    return () => heard.abort();
  }, [add, pastedName, pastes]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  const faults = files.uploads.filter((one) => one.problem);
  const failed = faults.at(-1);
  const last = files.uploads.at(-1);
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 text-[0.9375rem] leading-snug font-semibold">
        {label ?? t('label')}
        {optional ? <OptionalMark /> : null}
      </legend>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {help ? `${help} ` : ''}
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
        <span>{t(pastes ? 'drop' : 'dropOne')}</span>
        {/* Awake, the list below says what was chosen; before that, and without a script, the browser's own words do. */}
        <label className={awake ? buttonClass({ size: 'sm' }, FOCUS) : 'contents'}>
          <span className={awake ? undefined : 'sr-only'}>{t('choose')}</span>
          <input
            ref={input}
            type="file"
            name={names.files}
            multiple
            aria-describedby={`${id}-hint`}
            className={awake ? 'sr-only' : 'max-w-full text-sm'}
            onChange={take}
          />
        </label>
      </div>
      {files.uploads.length > 0 ? (
        <ul className="mt-2 grid gap-2">
          {files.uploads.map((upload) => (
            <FileRow key={upload.key} upload={upload} onRemove={files.remove} onRetry={files.retry} />
          ))}
        </ul>
      ) : null}
      {files.uploads.map(({ key, result }) =>
        result ? <input key={key} type="hidden" name={names.attachment} value={JSON.stringify(result)} /> : null,
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {failed ? t('failed', { name: failed.name }) : last?.result ? t('done', { name: last.name }) : ''}
      </p>
      {files.leftOut > 0 ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {t('leftOut', { count: files.leftOut, maximum: TICKET_LIMITS.files })}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : (
        // Each says why: of several that were not taken, everybody would wonder about the others.
        faults.map(({ key, problem }) => (
          <p key={key} className="text-sm font-medium text-danger">
            {phrase(problem)}
          </p>
        ))
      )}
      {refused.length > 0 ? (
        <ul className="list-disc ps-5 text-sm font-medium text-danger">
          {refused.map((problem) => (
            <li key={`${problem.key}-${problem.data?.name}`}>{phrase(problem)}</li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
};
