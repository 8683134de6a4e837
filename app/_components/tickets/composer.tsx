'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Field } from '@/app/_components/ui/field';
import { Select } from '@/app/_components/ui/select';
import { Textarea } from '@/app/_components/ui/textarea';
import { toast } from '@/app/_components/ui/toast';
import { FormProblem } from '@/app/_forms/form-problem';
import { KeptSelect } from '@/app/_forms/kept-select';
import { SendingKey } from '@/app/_forms/sending-key';
import { type FormState, type PendingFile, untouched } from '@/app/_forms/state';
import { useFormAction } from '@/app/_forms/use-form-action';
import { usePhrase } from '@/app/_forms/use-phrase';
import { RESOLVE_NEEDS } from '@/domain/forms/resolving';
import type { Locale } from '@/domain/people/locale';
import type { Mentionable } from '@/domain/tickets/mentions';
import type { Canned } from '../desk/canned-store';
import { CannedEffects, useCanned } from '../desk/use-canned';
import { Draft } from './draft';
import { FileField } from './file-field';
import { dropSentDraft } from './kept-draft';
import { Meanwhile, useMeanwhile } from './meanwhile';
import { MentionTextarea } from './mention-textarea';
import type { Said } from './said';
import { useScripts } from './use-scripts';
import { useUploads } from './use-uploads';

type ComposerProps = {
  locale: Locale;
  number: number;
  kind: 'reply' | 'note';
  /** A new one for each message: the page draws it anew after each answer. */
  idempotencyKey: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What stands in it from the beginning, and the files that go with it. */
  draft?: string | undefined;
  draftFiles?: readonly PendingFile[] | undefined;
  /** For the desk: where the answer may take the request; answers then wait some seconds in which they can be taken back. */
  desk?:
    | {
        label: string;
        stay: string;
        options: readonly { value: string; label: string }[];
        to?: string;
        canned?: Canned;
      }
    | undefined;
  /** What others have said, oldest first, by which it is known what was said since one began to write. */
  others?: readonly Said[] | undefined;
  /** The last message of the conversation as the page shows it. */
  seen?: string | undefined;
  /** The account whose unsent words this device keeps. */
  owner?: string | undefined;
  /** For notes: the people whom `@` mentions. */
  people?: readonly Mentionable[] | undefined;
  words: { label: string; hint?: string; submit: string; sending: string; sent: string; failed: string };
};

const BODY = ['body'];

/** Whom to tell of a note, where no script offers names: before the page is awake, and without scripts. */
const PersonToTell = ({ people, state }: { people: readonly Mentionable[]; state: FormState }) => {
  const t = useTranslations('desk.mentions');
  const phrase = usePhrase();
  const awake = useScripts();
  const error = phrase(state.fields.mentions);
  if (awake && !error && !state.values.mentions) return null;
  return (
    <Field id="mentions" label={t('select')} hint={t('selectHint')} error={error} className="max-w-80" optional>
      {(wiring) => (
        <KeptSelect
          {...wiring}
          name="mentions"
          placeholder={t('nobody')}
          defaultValue={state.values.mentions ?? ''}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Field>
  );
};

/** Why the answer cannot take the request there: all that its type asks for before it is resolved. */
const faultOfMove = ({ fields }: FormState, phrase: ReturnType<typeof usePhrase>): string | undefined =>
  phrase(fields.to) ?? (RESOLVE_NEEDS.flatMap((need) => phrase(fields[need]) ?? []).join(' ') || undefined);

/** Where an answer or a note is written. Works without JavaScript. */
export const Composer = ({
  locale,
  number,
  kind,
  idempotencyKey,
  action,
  words,
  draft,
  draftFiles = [],
  desk,
  others = [],
  seen,
  owner,
  people,
}: ComposerProps) => {
  const tFiles = useTranslations('tickets.files');
  const phrase = usePhrase();
  const initial = { ...untouched(draft ? { body: draft } : {}), files: [...draftFiles] };
  const [state, send, pending] = useFormAction(action, initial, Boolean(owner));
  const files = useUploads(state.files);
  const { clear } = files;
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.outcome !== 'done') return;
    clear();
    dropSentDraft();
    toast(words.sent);
  }, [state, clear, words.sent]);
  const inserted = useCanned(place, desk !== undefined, state);
  const canned = inserted ?? (desk?.canned && state.outcome !== 'done' ? desk.canned : null);
  const { news, onInput } = useMeanwhile(others, { state, filled: Boolean(draft) });
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!sends || event.defaultPrevented || event.nativeEvent.isComposing || pending || files.waitsFor !== null) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form ref={place} action={send} onInput={onInput} onKeyDown={onKeyDown} className="grid gap-5" noValidate>
      <FormProblem state={state} title={words.failed} />
      {owner ? (
        <Draft
          key={state.turn}
          place={place}
          owner={owner}
          type={`${kind}-${number}`}
          state={state}
          onFiles={files.takeBack}
          {...(draft ? { given: BODY } : {})}
        />
      ) : null}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="kind" value={kind} />
      {desk ? <input type="hidden" name="hold" value="1" /> : null}
      {canned ? <input type="hidden" name="canned" value={canned.id} /> : null}
      {seen ? <input type="hidden" name="seen" value={seen} /> : null}
      <SendingKey value={idempotencyKey} />
      <Field id={`body-${kind}`} label={words.label} hint={words.hint} error={phrase(state.fields.body)}>
        {(wiring) =>
          people ? (
            <MentionTextarea {...wiring} people={people} name="body" rows={6} defaultValue={state.values.body} />
          ) : (
            <Textarea {...wiring} name="body" rows={6} defaultValue={state.values.body} />
          )
        }
      </Field>
      {people ? <PersonToTell people={people} state={state} /> : null}
      <FileField files={files} error={phrase(state.fields.files)} refused={state.refusedFiles} />
      {desk && desk.options.length > 0 ? (
        <Field id="reply-to" label={desk.label} error={faultOfMove(state, phrase)} className="max-w-80">
          {({ required: _, ...wiring }) => (
            <Select
              {...wiring}
              key={state.turn}
              name="to"
              placeholder={desk.stay}
              defaultValue={state.values.to ?? (state.turn === 0 ? desk.to : undefined) ?? ''}
              options={desk.options}
            />
          )}
        </Field>
      ) : null}
      {canned ? <CannedEffects canned={canned} /> : null}
      <Meanwhile news={news} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant="primary"
          icon={kind === 'note' ? 'note' : 'send'}
          disabled={pending || files.waitsFor !== null}
        >
          {pending ? words.sending : words.submit}
        </Button>
        {files.waitsFor ? <p className="text-sm text-ink-soft">{tFiles(files.waitsFor)}</p> : null}
      </div>
    </form>
  );
};
