import { useTranslations } from 'next-intl';
import { TagInput } from '@/app/_components/desk/tag-input';
import { Button } from '@/app/_components/ui/button';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { FieldError } from '@/app/_components/ui/field';
import { Icon } from '@/app/_components/ui/icon';
import type { Flash } from '@/app/_forms/flash';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { withQuery } from '@/app/_forms/page-input';
import { TextField } from '@/app/_forms/text-field';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { TAG_LIMITS } from '@/domain/tickets/tags';
import { mergeTag, removeTag, renameTag } from './actions';

type Tag = RouterOutputs['tags']['list']['tags'][number];

type TagRowProps = {
  tag: Tag;
  locale: Locale;
  /** Whether it is the one to be changed, and the address of this page where it is. */
  open: boolean;
  change: string;
  /** What was refused just now, if it was about this tag. */
  refused: { rename: Flash | null; merge: Flash | null };
};

type FormProps = { tag: Tag; locale: Locale; flash: Flash | null };

const RenameForm = ({ tag, locale, flash }: FormProps) => {
  const t = useTranslations('admin.tags');
  return (
    <form action={renameTag} className="grid content-start gap-3" noValidate>
      <HiddenFields locale={locale} />
      <input type="hidden" name="id" value={tag.id} />
      <TextField
        flash={flash}
        id={`name-${tag.id}`}
        name="name"
        label={t('newName')}
        hint={t('newNameHint')}
        defaultValue={tag.name}
        maxLength={TAG_LIMITS.length}
        autoComplete="off"
      />
      <Button type="submit" size="sm" className="justify-self-start">
        {t('rename')}
      </Button>
    </form>
  );
};

const MergeForm = ({ tag, locale, flash }: FormProps) => {
  const t = useTranslations('admin.tags');
  const say = usePhrase();
  const fault = flash?.fields.confirmed;
  const errorId = `confirm-${tag.id}-error`;
  return (
    <form action={mergeTag} className="grid content-start gap-3" noValidate>
      <HiddenFields locale={locale} />
      <input type="hidden" name="id" value={tag.id} />
      <TextField
        flash={flash}
        id={`into-${tag.id}`}
        name="into"
        label={t('into')}
        hint={t('intoHint', { tag: tag.name, count: tag.requests })}
        maxLength={TAG_LIMITS.length}
        control={TagInput}
      />
      <div className="grid gap-1.5">
        <Checkbox
          id={`confirm-${tag.id}`}
          name="confirmed"
          value="1"
          label={t('confirm')}
          {...(fault ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
        />
        {fault ? <FieldError id={errorId}>{say(fault)}</FieldError> : null}
      </div>
      <Button type="submit" size="sm" variant="danger" className="justify-self-start">
        {t('merge')}
      </Button>
    </form>
  );
};

/** One tag: how often it is used, and what can be done with it. */
export const TagRow = ({ tag, locale, open, change, refused }: TagRowProps) => {
  const t = useTranslations('admin.tags');
  const unused = tag.requests + tag.replies + tag.views === 0;
  const named = [
    ...(tag.replies > 0 ? [t('replies', { count: tag.replies })] : []),
    ...(tag.views > 0 ? [t('views', { count: tag.views })] : []),
  ];
  return (
    <li id={`tag-${tag.id}`} className="py-3.5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex items-center gap-2 font-medium wrap-anywhere">
            <Icon name="tag" size={16} className="text-ink-faint" />
            {tag.name}
          </p>
          <p className="text-sm text-ink-soft">
            {tag.requests > 0 ? (
              <a href={withQuery(`/${locale}/desk`, { tag: tag.name, status: 'all' })}>
                {t('requests', { count: tag.requests })}
              </a>
            ) : (
              t('requests', { count: 0 })
            )}
            {named.map((words) => ` · ${words}`)}
          </p>
        </div>
        {unused ? (
          <form action={removeTag}>
            <HiddenFields locale={locale} />
            <input type="hidden" name="id" value={tag.id} />
            <Button type="submit" size="sm" aria-label={t('removeOf', { tag: tag.name })}>
              {t('remove')}
            </Button>
          </form>
        ) : null}
      </div>
      {open ? (
        <div className="mt-3 grid gap-x-10 gap-y-6 rounded-md border border-line bg-surface p-4 text-sm sm:grid-cols-2">
          <RenameForm tag={tag} locale={locale} flash={refused.rename} />
          <MergeForm tag={tag} locale={locale} flash={refused.merge} />
          {unused ? null : <p className="text-ink-soft sm:col-span-2">{t('inUse')}</p>}
        </div>
      ) : (
        <a
          href={`${change}#tag-${tag.id}`}
          className="mt-1.5 inline-block text-sm text-accent underline decoration-accent-line"
        >
          {t('change')}
          <span className="sr-only"> {tag.name}</span>
        </a>
      )}
    </li>
  );
};
