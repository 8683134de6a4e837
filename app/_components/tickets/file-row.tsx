'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';
import { FileSize } from './file-size';
import { UPLOAD_FAILED, type Upload } from './use-uploads';

type FileRowProps = { upload: Upload; onRemove: (key: string) => void; onRetry: (key: string) => void };

/** One file of a form: its name and size, how far it is, and a way to take it back. */
export const FileRow = ({ upload, onRemove, onRetry }: FileRowProps) => {
  const t = useTranslations('tickets.files');
  const format = useFormatter();
  const percent = format.number(Math.round(upload.progress * 100));
  return (
    <li className="flex items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <Icon
        name={upload.problem ? 'circle-alert' : 'paperclip'}
        className={upload.problem ? 'text-danger' : 'text-ink-faint'}
      />
      <span className="min-w-0 flex-1 truncate">{upload.name}</span>
      {upload.result ? (
        <span className="text-ink-faint">
          <FileSize bytes={upload.bytes} />
        </span>
      ) : upload.problem ? (
        // What is too big, or none of ours, is so the second time as well.
        upload.problem.key === UPLOAD_FAILED ? (
          <Button size="sm" icon="refresh" onClick={() => onRetry(upload.key)}>
            {t('retry')}
          </Button>
        ) : null
      ) : (
        <progress
          max={1}
          value={upload.progress}
          aria-label={t('progress', { name: upload.name, percent })}
          className="h-1.5 w-24 accent-accent"
        />
      )}
      <Button
        size="sm"
        variant="quiet"
        square
        icon="x"
        aria-label={t('remove', { name: upload.name })}
        onClick={() => onRemove(upload.key)}
      />
    </li>
  );
};
