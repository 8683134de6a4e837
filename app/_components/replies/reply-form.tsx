import { useTranslations } from 'next-intl';
import { TagInput } from '@/app/_components/desk/tag-input';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { Button } from '@/app/_components/ui/button';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { LongTextField } from '@/app/_forms/long-text-field';
import { SelectField } from '@/app/_forms/select-field';
import { TextField } from '@/app/_forms/text-field';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { REPLY_LIMITS, REPLY_VARIABLES } from '@/domain/replies/variables';
import { moveNeeds } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { saveReply } from './actions';

type ReplyFormProps = {
  locale: Locale;
  flash: Flash | null;
  teams: RouterOutputs['teams']['list']['teams'];
  reply?: RouterOutputs['replies']['show'];
};

const Words = ({
  flash,
  name,
  words,
  optional,
}: {
  flash: Flash | null;
  name: 'bodyFr' | 'bodyEn';
  words: string;
  optional: boolean;
}) => {
  const t = useTranslations('replies');
  return (
    <LongTextField
      id={name}
      name={name}
      label={t(name)}
      flash={flash}
      rows={8}
      maxLength={REPLY_LIMITS.body}
      defaultValue={words}
      optional={optional}
    />
  );
};

/** What a canned reply says, whose it is, and what goes with it. */
export const ReplyForm = ({ locale, flash, teams, reply }: ReplyFormProps) => {
  const t = useTranslations('replies');
  const tStatus = useTranslations('tickets.status');
  const named = teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }));
  const open = named.filter(({ value }) => teams.some(({ id, active }) => active && id === value));
  return (
    <form action={saveReply} className="grid max-w-form gap-5" noValidate>
      <HiddenFields locale={locale} />
      {reply ? <input type="hidden" name="id" value={reply.id} /> : null}
      <FormMessage flash={flash} />
      <TextField
        flash={flash}
        name="title"
        label={t('name')}
        maxLength={REPLY_LIMITS.title}
        autoComplete="off"
        defaultValue={reply?.title}
      />
      <div className="text-sm text-ink-soft">
        <p>{t('variables')}</p>
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
          {Object.keys(REPLY_VARIABLES).map((name) => (
            <li key={name}>
              <code>{`{${name}}`}</code> {t(`variable.${name}`)}
            </li>
          ))}
        </ul>
      </div>
      <Words flash={flash} name="bodyFr" words={reply?.body?.fr ?? ''} optional={false} />
      <Words flash={flash} name="bodyEn" words={reply?.body?.en ?? ''} optional />
      <SelectField
        flash={flash}
        name="teamId"
        label={t('team')}
        options={[{ value: '', label: t('everybody') }, ...named]}
        defaultValue={reply?.teamId ?? ''}
      />
      <fieldset className="grid gap-5 rounded-lg border border-line p-4">
        <legend className="px-1.5 font-semibold">{t('with')}</legend>
        <SelectField
          flash={flash}
          name="toStatus"
          label={t('toStatus')}
          options={[
            { value: '', label: t('leave') },
            ...TICKET_STATUSES.filter((status) => status !== 'submitted' && moveNeeds(status).length === 0).map(
              (value) => ({ value, label: deskStatusWord(tStatus, value) }),
            ),
          ]}
          defaultValue={reply?.toStatus ?? ''}
        />
        <SelectField
          flash={flash}
          name="toTeamId"
          label={t('toTeam')}
          options={[{ value: '', label: t('leave') }, ...open]}
          defaultValue={reply?.toTeamId ?? ''}
        />
        <TextField
          flash={flash}
          name="tags"
          control={TagInput}
          label={t('tags')}
          hint={t('tagsHint')}
          maxLength={REPLY_LIMITS.tags}
          optional
          defaultValue={reply?.tags.join(', ')}
        />
      </fieldset>
      <Button type="submit" variant="primary" className="justify-self-start">
        {t('save')}
      </Button>
    </form>
  );
};
