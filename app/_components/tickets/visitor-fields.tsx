import { useTranslations } from 'next-intl';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import type { FormState } from '@/app/_forms/state';
import { usePhrase } from '@/app/_forms/use-phrase';

/** Who writes, for those who are not signed in. */
export const VisitorFields = ({ state }: { state: FormState }) => {
  const t = useTranslations('tickets.open');
  const phrase = usePhrase();
  return (
    <div className="fields-beside">
      <Field id="visitorName" label={t('visitorName')} error={phrase(state.fields.visitorName)}>
        {(wiring) => (
          <Input {...wiring} name="visitorName" autoComplete="name" defaultValue={state.values.visitorName} />
        )}
      </Field>
      <Field
        id="visitorEmail"
        label={t('visitorEmail')}
        hint={t('visitorEmailHint')}
        error={phrase(state.fields.visitorEmail)}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="email"
            name="visitorEmail"
            autoComplete="email"
            defaultValue={state.values.visitorEmail}
          />
        )}
      </Field>
    </div>
  );
};
