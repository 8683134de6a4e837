import { useTranslations } from 'next-intl';
import { PERMISSIONS } from '@/domain/access/grants';
import { AUDIT_KINDS, type AuditFilter, auditAddressOf } from '@/domain/audit/filter';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { TextLink } from '../ui/text-link';

type Feature = 'tickets';
type Verb = 'tickets.link';

/** The verbs that leave an entry, feature by feature, as they are said. */
const useVerbs = () => {
  const t = useTranslations('audit');
  // What it was done to is not known where one looks for it.
  const said = (verb: Verb): string => t(`verbs.${verb}`, { subject: '' }).replace(/ {2,}/g, ' ');
  const told = PERMISSIONS.filter((permission) => t.has(`verbs.${permission}` as 'verbs.tickets.open'));
  const features = [...new Set(told.map((permission) => permission.split('.')[0] ?? ''))];
  return features.flatMap((key) => {
    const feature = t(`features.${key as Feature}`);
    const verbs = told.filter((permission) => permission.startsWith(`${key}.`));
    return [
      { value: key, label: t('filter.allOf', { feature }) },
      ...verbs.map((value) => ({ value, label: t('filter.one', { feature, verb: said(value as Verb) }) })),
    ];
  });
};

/** Narrows the log; a plain GET, so that what one sees has an address. */
export const AuditFilterForm = ({ base, filter }: { base: string; filter: AuditFilter }) => {
  const t = useTranslations('audit.filter');
  const verbs = useVerbs();
  return (
    <search>
      <form
        action={base}
        autoComplete="off"
        className="grid gap-4 rounded-lg border border-line bg-sunken p-4 sm:grid-cols-2 xl:grid-cols-4"
      >
        <Field id="audit-who" label={t('who')} className="min-w-0">
          {({ required: _, ...wiring }) => (
            <Input {...wiring} name="who" defaultValue={filter.who} maxLength={200} placeholder={t('whoHint')} />
          )}
        </Field>
        <Field id="audit-kind" label={t('kind.label')} className="min-w-0">
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="kind"
              defaultValue={filter.kind}
              options={AUDIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          )}
        </Field>
        <Field id="audit-verb" label={t('verb')} className="min-w-0">
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              name="verb"
              defaultValue={filter.verb ?? ''}
              placeholder={t('anyVerb')}
              options={verbs}
            />
          )}
        </Field>
        <Field id="audit-subject" label={t('subject')} className="min-w-0">
          {({ required: _, ...wiring }) => (
            <Input
              {...wiring}
              name="subject"
              defaultValue={filter.subject}
              maxLength={200}
              placeholder={t('subjectHint')}
            />
          )}
        </Field>
        <Field id="audit-from" label={t('from')} className="min-w-0">
          {({ required: _, ...wiring }) => <Input {...wiring} type="date" name="from" defaultValue={filter.from} />}
        </Field>
        <Field id="audit-until" label={t('until')} className="min-w-0">
          {({ required: _, ...wiring }) => <Input {...wiring} type="date" name="until" defaultValue={filter.until} />}
        </Field>
        <div className="flex flex-wrap items-center gap-4 self-end sm:col-span-2">
          <Button type="submit" icon="filter">
            {t('submit')}
          </Button>
          {Object.keys(auditAddressOf(filter)).length > 0 ? <TextLink href={base}>{t('clear')}</TextLink> : null}
        </div>
      </form>
    </search>
  );
};
