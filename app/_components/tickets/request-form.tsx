'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Textarea } from '@/app/_components/ui/textarea';
import { FormProblem } from '@/app/_forms/form-problem';
import { SendingKey } from '@/app/_forms/sending-key';
import { type FormState, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import type { Locale } from '@/domain/people/locale';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { AnswerField, type AskedField, answerName } from './answer-field';
import { FoundFirst, LookFirst } from './answers-first';
import { CompletenessMeter, partId } from './completeness-meter';
import { type Around, CopyFields, OrganisationField } from './copy-fields';
import { CriticalityFields, type ShownLevel } from './criticality-fields';
import { Draft } from './draft';
import { FileField } from './file-field';
import type { KeptFile } from './kept-files';
import { SubjectAnswers } from './subject-answers';
import { SubjectQuestion } from './subject-question';
import { TypeChoice } from './type-choice';
import { UnsentReply } from './unsent-reply';
import { useUploads, useWaits } from './use-uploads';
import { writtenIn } from './use-written';
import { followVersion, versionOf } from './versions';
import { VisitorFields } from './visitor-fields';

/** A type that can be chosen, in the reader's language. */
export type OfferedType = {
  key: string;
  name: string;
  situation: string;
  guidance: string;
  asksCriticality: boolean;
  becomesIdea: boolean;
  /** Whether its deadlines wait until nothing is missing. */
  needsCompleteness: boolean;
  fields: readonly AskedField[];
};

type RequestFormProps = {
  locale: Locale;
  types: readonly OfferedType[];
  /** Levels of criticality, gravest first. */
  levels: readonly ShownLevel[];
  /** The writer's organisations, and whom they could put in copy. */
  around: Around;
  /** Visitors say who they are; signed-in people are known. */
  visitor: boolean;
  /** The account that writes: its drafts are its own, and a session that ran out is noticed. Empty for visitors. */
  account: string;
  idempotencyKey: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the page already knows: the type that was chosen, the address a widget or an article came with. */
  initial: Record<string, string>;
};

/** The fields whose files are not those of the request as a whole. */
const ofFields = (type: OfferedType | undefined, values: Readonly<Record<string, string>>): string[] =>
  (type?.fields ?? []).flatMap(({ kind, key }) => (kind === 'file' ? (values[answerName(key)] ?? '').split(',') : []));

/** What came with the address of the form is about this matter, whatever was written before. */
const namesGiven = (initial: Readonly<Record<string, string>>, firstLink: string | undefined): string[] => [
  ...Object.keys(initial),
  ...(initial.pageUrl && firstLink ? [answerName(firstLink)] : []),
];

/** Keeps the address in step with the chosen type, so that a reload shows the same form. */
const rememberType = (key: string): void => {
  const address = new URL(location.href);
  address.searchParams.set('type', key);
  history.replaceState(history.state, '', address);
};

/** The form that opens a request. Works without JavaScript; with it, files are sent while the rest is being written. */
export const RequestForm = ({
  locale,
  types,
  levels,
  around,
  visitor,
  account,
  idempotencyKey,
  action,
  initial,
}: RequestFormProps) => {
  const t = useTranslations('tickets.open');
  const tFiles = useTranslations('tickets.files');
  const phrase = usePhrase();
  const [state, send, pending] = useFormAction(action, untouched(initial), true);
  const [changed, setChanged] = useState<{ turn: number; key: string } | null>(null);
  const chosen = changed?.turn === state.turn ? changed.key : (state.values.typeKey ?? '');
  const type = types.find(({ key }) => key === chosen);
  // A question or a project has neither steps nor an error message.
  const isTrouble = type?.asksCriticality ?? true;
  const own = ofFields(type, state.values);
  const files = useUploads(state.files.filter(({ id }) => !own.includes(id)));
  const fields = useWaits();
  const place = useRef<HTMLFormElement>(null);
  const [keptAnswers, setKeptAnswers] = useState<readonly KeptFile[]>([]);
  const { takeBack } = files;
  const takeKept = useCallback(
    (all: readonly KeptFile[]) => {
      takeBack(all.filter(({ field }) => field === undefined));
      setKeptAnswers(all.filter(({ field }) => field !== undefined));
    },
    [takeBack],
  );
  // What was written for another type comes back with it.
  const kept = useRef<Record<string, string>>({});
  const firstLink = type?.fields.find(({ kind }) => kind === 'link')?.key;
  const version = type?.fields.find(({ kind }) => kind === 'version')?.key;
  const startOf = (key: string): string => {
    const name = answerName(key);
    const known = {
      [firstLink ?? '']: state.values.pageUrl,
      [version ?? '']: versionOf(around.organisations, state.values.organisationId),
    };
    const came = state.values[name] ?? known[key] ?? '';
    return changed?.turn === state.turn ? (kept.current[name] ?? came) : came;
  };
  // What the form begins with counts from the first sight of it, before a script follows what is written.
  const begun = {
    ...state.values,
    ...Object.fromEntries((type?.fields ?? []).map(({ key }) => [answerName(key), startOf(key)])),
  };
  const choose = (key: string) => {
    if (place.current) Object.assign(kept.current, writtenIn(place.current));
    setChanged({ turn: state.turn, key });
    rememberType(key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, the type that was chosen before the scripts came
  useEffect(() => {
    const picked = place.current && writtenIn(place.current).typeKey;
    if (picked && picked !== chosen) choose(picked);
  }, []);
  const uploading = fields.waitsFor === 'uploading' || files.waitsFor === 'uploading';
  const wasUploading = useRef(false);
  useEffect(() => {
    // What has just arrived is kept with the draft at once: nobody types anything then.
    if (wasUploading.current && !uploading) place.current?.dispatchEvent(new Event('change'));
    wasUploading.current = uploading;
  }, [uploading]);
  const waitsFor = files.waitsFor ?? fields.waitsFor;
  return (
    <div className="grid gap-8">
      <PageHeader title={type?.name ?? t('title')} lead={type?.guidance ?? t('lead')} />
      <form ref={place} action={send} className="grid gap-8" noValidate>
        <FormProblem state={state} title={t('failed')} />
        {initial.follows ? <UnsentReply owner={account} type={chosen} follows={initial.follows} /> : null}
        <Draft
          place={place}
          owner={state.values.account ?? account}
          type={chosen}
          state={state}
          onFiles={takeKept}
          given={namesGiven(initial, firstLink)}
        />
        {state.answers ? <FoundFirst answers={state.answers} /> : null}
        <input type="hidden" name="locale" value={locale} />
        <SendingKey value={idempotencyKey} />
        <input type="hidden" name="account" value={state.values.account ?? account} />
        {state.values.follows ? <input type="hidden" name="follows" value={state.values.follows} /> : null}
        {state.values.articleKey ? <input type="hidden" name="articleKey" value={state.values.articleKey} /> : null}
        {state.values.pageUrl && !firstLink ? (
          <input type="hidden" name="pageUrl" value={state.values.pageUrl} />
        ) : null}
        <TypeChoice types={types} chosen={chosen} error={phrase(state.fields.typeKey)} onChoose={choose} />
        {visitor && !state.values.account ? <VisitorFields state={state} /> : null}
        <OrganisationField
          around={around}
          state={state}
          onChoose={(id) =>
            version && place.current && followVersion(place.current, answerName(version), around.organisations, id)
          }
        />
        <div className="grid gap-3">
          <Field
            id="subject"
            label={t('subject')}
            hint={t(isTrouble ? 'subjectHint' : 'subjectHintCalm')}
            error={phrase(state.fields.subject)}
          >
            {(wiring) => (
              <Input
                {...wiring}
                name="subject"
                maxLength={TICKET_LIMITS.subject.max}
                defaultValue={state.values.subject}
              />
            )}
          </Field>
          <SubjectQuestion place={place} initial={state.values} turn={state.turn} />
        </div>
        <LookFirst />
        <SubjectAnswers locale={locale} fieldId="subject" about={type?.becomesIdea ? 'suggestion' : 'request'} />
        {type?.becomesIdea ? <p className="text-sm text-ink-soft">{t('becomesIdea')}</p> : null}
        <Field
          id="description"
          label={t('description')}
          hint={t(isTrouble ? 'descriptionHint' : 'descriptionHintCalm')}
          error={phrase(state.fields.description)}
        >
          {(wiring) => <Textarea {...wiring} name="description" rows={9} defaultValue={state.values.description} />}
        </Field>
        {(type?.fields ?? []).map((field) => (
          <div key={`${field.key}-${field.kind}-${state.turn}`} id={partId({ kind: 'field', key: field.key })}>
            <AnswerField
              field={field}
              state={state}
              initial={startOf(field.key)}
              onBusy={fields.onBusy}
              // A form that came back has its files already, and not those that were taken out of it.
              kept={state.turn === 0 ? keptAnswers : undefined}
            />
          </div>
        ))}
        {isTrouble && levels.length > 0 ? (
          <div id={partId({ kind: 'criticality' })}>
            <CriticalityFields place={place} levels={levels} state={state} />
          </div>
        ) : null}
        <FileField files={files} error={phrase(state.fields.files)} refused={state.refusedFiles} />
        {visitor ? null : (
          <Field
            id="contact"
            label={t('contact')}
            hint={t('contactHint')}
            error={phrase(state.fields.contact)}
            optional
          >
            {(wiring) => <Input {...wiring} name="contact" maxLength={200} defaultValue={state.values.contact} />}
          </Field>
        )}
        <CopyFields around={around} state={state} />
        {type ? <CompletenessMeter place={place} initial={begun} turn={state.turn} type={type} /> : null}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" size="lg" disabled={pending || waitsFor !== null}>
            {pending ? t('sending') : t('submit')}
          </Button>
          {waitsFor ? <p className="text-sm text-ink-soft">{tFiles(waitsFor)}</p> : null}
        </div>
      </form>
    </div>
  );
};
