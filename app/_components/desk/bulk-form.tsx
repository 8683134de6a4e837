import { randomUUID } from 'node:crypto';
import { useTranslations } from 'next-intl';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import type { Flash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { HiddenFields } from '@/app/_forms/hidden-fields';
import { SelectField } from '@/app/_forms/select-field';
import { SendingKey } from '@/app/_forms/sending-key';
import { TextField } from '@/app/_forms/text-field';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { CLOSING_REASONS, isHandover, pointsElsewhere } from '@/domain/tickets/moves';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { Button } from '../ui/button';
import { changeMany } from './actions';
import type { DeskChoices } from './desk-filter';
import { NOBODY } from './nobody';
import { Selection } from './selection';
import { TagInput } from './tag-input';

/** The form's name, by which the boxes of the rows belong to it from inside the table. */
export const BULK_FORM = 'bulk';

/** What can be done to the chosen requests, as the form calls it. */
const ACTS = ['team', 'person', 'move', 'grade', 'tag', 'untag', 'snooze'] as const;

/** Each question is asked where its act is chosen, by the style sheet alone: it works before the page is awake, and without scripts. */
const ASKED = {
  team: 'hidden group-has-[option[value=team]:checked]/bulk:grid',
  person: 'hidden group-has-[option[value=person]:checked]/bulk:grid',
  move: 'hidden group-has-[option[value=move]:checked]/bulk:grid',
  partner: 'hidden group-has-[option[value$=partner]:checked]/bulk:grid',
  release: 'hidden group-has-[option[value$=release]:checked]/bulk:grid',
  closing: 'hidden group-has-[option[value=closed]:checked]/bulk:grid',
  snooze: 'hidden group-has-[option[value=snooze]:checked]/bulk:grid',
  grade: 'hidden group-has-[option[value=grade]:checked]/bulk:grid',
  tags: 'hidden group-has-[option[value=tag]:checked]/bulk:grid group-has-[option[value=untag]:checked]/bulk:grid',
} as const;

type BulkFormProps = {
  locale: Locale;
  here: Record<string, string>;
  choices: DeskChoices;
  flash: Flash | null;
};

const Questions = ({ locale, choices, flash }: Omit<BulkFormProps, 'here'>) => {
  const t = useTranslations('desk.bulk');
  const tMove = useTranslations('desk.move');
  const tSnooze = useTranslations('desk.snooze');
  const tStatus = useTranslations('tickets.status');
  const tClosing = useTranslations('tickets.closing');
  return (
    <>
      <div className={ASKED.team}>
        <SelectField
          flash={flash}
          id="bulk-team"
          name="teamId"
          label={t('team')}
          defaultValue=""
          placeholder={t('chooseTeam')}
          options={[
            { value: NOBODY, label: t('noTeam') },
            ...choices.teams.teams
              .filter(({ active }) => active)
              .map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
          ]}
        />
      </div>
      <div className={ASKED.person}>
        <SelectField
          flash={flash}
          id="bulk-person"
          name="assigneeId"
          label={t('person')}
          defaultValue=""
          placeholder={t('choosePerson')}
          options={[
            { value: NOBODY, label: t('nobody') },
            ...choices.teams.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div className={ASKED.move}>
        <SelectField
          flash={flash}
          id="bulk-to"
          name="to"
          label={t('status')}
          defaultValue=""
          placeholder={tMove('choose')}
          options={TICKET_STATUSES.filter((status) => status !== 'submitted' && !isHandover(status)).map((value) => ({
            value,
            label: deskStatusWord(tStatus, value),
          }))}
        />
      </div>
      <div className={ASKED.partner}>
        <TextField flash={flash} id="bulk-partner" name="partner" label={tMove('partner')} autoComplete="off" />
      </div>
      <div className={ASKED.release}>
        <TextField flash={flash} id="bulk-release" name="release" label={tMove('release')} autoComplete="off" />
      </div>
      <div className={ASKED.closing}>
        <SelectField
          flash={flash}
          id="bulk-closing"
          name="closing"
          label={tMove('reason')}
          defaultValue="solved"
          options={CLOSING_REASONS.filter((reason) => !pointsElsewhere(reason)).map((value) => ({
            value,
            label: tClosing(`${value}.label`),
          }))}
        />
      </div>
      <div className={ASKED.grade}>
        <SelectField
          flash={flash}
          id="bulk-level"
          name="level"
          label={t('level')}
          defaultValue=""
          placeholder={t('chooseLevel')}
          options={choices.levels.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) }))}
        />
      </div>
      <div className={ASKED.grade}>
        <TextField flash={flash} id="bulk-reason" name="reason" label={t('reason')} autoComplete="off" optional />
      </div>
      <div className={ASKED.snooze}>
        <TextField
          flash={flash}
          id="bulk-until"
          name="until"
          label={tSnooze('until')}
          placeholder={tSnooze('words.monday')}
          autoComplete="off"
        />
      </div>
      <div className={ASKED.tags}>
        <TextField flash={flash} id="bulk-tags" name="tags" label={t('tags')} control={TagInput} />
      </div>
    </>
  );
};

/** What is done to the chosen requests at once; there as soon as one is chosen. */
export const BulkForm = (props: BulkFormProps) => {
  const { locale, here, flash } = props;
  const t = useTranslations('desk.bulk');
  return (
    <section
      aria-label={t('label')}
      className="hidden rounded-lg border border-accent-line bg-accent-soft p-4 group-has-[input[name=number]:checked]/desk:block"
    >
      <form id={BULK_FORM} action={changeMany} className="group/bulk grid gap-3" noValidate>
        <HiddenFields locale={locale} />
        <SendingKey value={randomUUID()} />
        <input type="hidden" name="address" value={new URLSearchParams(here).toString()} />
        <FormMessage flash={flash} />
        <div className="flex flex-wrap items-start gap-3 [&>*]:min-w-0">
          <SelectField
            flash={flash}
            id="bulk-act"
            name="act"
            label={t('act')}
            defaultValue=""
            placeholder={t('chooseAct')}
            options={ACTS.map((value) => ({ value, label: t(`acts.${value}`) }))}
          />
          <Questions {...props} />
          <Button type="submit" variant="primary" className="sm:mt-[1.665rem]">
            {t('submit')}
          </Button>
        </div>
        <p className="text-sm text-ink-soft">
          <Selection form={BULK_FORM} /> {t('hint')}
        </p>
      </form>
    </section>
  );
};
