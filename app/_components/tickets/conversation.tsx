import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { Icon } from '@/app/_components/ui/icon';
import { RelativeTime } from '@/app/_components/ui/time';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { isStaff } from '@/domain/access/grants';
import type { HandoverNote } from '@/domain/tickets/moves';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import { Attachments } from './attachments';
import { MessageBody } from './message-body';
import { RequestValues } from './request-values';

type Message = RouterOutputs['tickets']['show']['messages'][number];

type Values = RouterOutputs['tickets']['show']['values'];

type ConversationProps = {
  messages: readonly Message[];
  /** What the request says in the fields of its form. */
  values?: Values;
  urgency?: UrgentFacts | null;
  /** The requester's account: staff who write to themselves are customers there. */
  requesterId: string;
  readerId: string;
  now: Date;
  /** How its author takes back an answer that has not left. */
  takeBack?: ((messageId: string) => ReactNode) | undefined;
  /** Which messages go on in a request of their own, by their ids, and the address of requests. */
  splitInto?: Readonly<Record<string, number>>;
  base: string;
  /** How the desk makes a message of the customer's side, but for the first, a request of its own. */
  split?: ((messageId: string) => ReactNode) | undefined;
  /** How the desk fills in and corrects what the form says, below it. */
  correct?: ReactNode;
};

/** The note that goes with a handover: to whom, what was tried, what is asked. */
const HandoverWords = ({ handover }: { handover: HandoverNote }) => {
  const t = useTranslations('tickets.handover');
  return (
    <div className="grid gap-2.5">
      <p className="flex items-center gap-2 font-semibold">
        <Icon name={handover.to === 'escalated' ? 'arrow-up-right' : 'wrench'} size={17} />
        {t(handover.to)}
      </p>
      <dl className="grid gap-2.5">
        {(['tried', 'asked'] as const).map((part) => (
          <div key={part}>
            <dt className="text-sm text-ink-soft">{t(part)}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{handover[part]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

const MessageItem = ({
  message,
  requesterId,
  readerId,
  now,
  takeBack,
  values = [],
  urgency = null,
  splitInto = {},
  base,
  split,
  correct,
}: Omit<ConversationProps, 'messages'> & { message: Message }) => {
  const t = useTranslations('tickets.conversation');
  const internal = message.visibility === 'internal';
  const team = message.authorRole ? isStaff(message.authorRole) && message.authorId !== requesterId : true;
  const name = message.authorName ?? t('system');
  return (
    <li
      id={`message-${message.id}`}
      tabIndex={-1}
      className={clsx(
        'scroll-mt-6 rounded-lg border px-5 py-4',
        internal
          ? 'border-warning-line bg-warning-soft'
          : team
            ? 'border-accent-line bg-accent-soft'
            : 'border-line bg-surface',
      )}
    >
      <article aria-label={name}>
        <header className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Avatar name={name} />
          <span className="font-semibold">{name}</span>
          {message.authorId === readerId ? <span className="text-sm text-ink-soft">({t('you')})</span> : null}
          {internal ? (
            <Badge tone="warning" icon="lock">
              {t('note')}
            </Badge>
          ) : team ? (
            <Badge tone="accent">{t('team')}</Badge>
          ) : null}
          {message.recap ? (
            <Badge tone="positive" icon="check">
              {t('recap')}
            </Badge>
          ) : null}
          <RelativeTime at={message.createdAt} now={now} className="ms-auto text-sm text-ink-soft" />
        </header>
        {message.handover ? <HandoverWords handover={message.handover} /> : <MessageBody html={message.bodyHtml} />}
        {message.mentions.length > 0 ? (
          <p className="mt-2 text-sm text-ink-soft">
            {t('told', { count: message.mentions.length, names: message.mentions.join(', ') })}
          </p>
        ) : null}
        {takeBack && message.heldUntil && message.heldUntil > now && message.authorId === readerId
          ? takeBack(message.id)
          : null}
        <RequestValues values={values} files={message.files} urgency={urgency} />
        {correct}
        <Attachments files={message.files} />
        {splitInto[message.id] ? (
          <p className="mt-3 text-sm text-ink-soft">
            <a href={`${base}/${splitInto[message.id]}`} className="underline">
              {t('splitInto', { number: String(splitInto[message.id]) })}
            </a>
          </p>
        ) : team || internal ? null : (
          split?.(message.id)
        )}
      </article>
    </li>
  );
};

/** What was said, oldest first. */
export const Conversation = ({
  messages,
  values = [],
  urgency = null,
  split,
  correct,
  ...around
}: ConversationProps) => {
  const t = useTranslations('tickets.conversation');
  return (
    <ol aria-label={t('title')} className="grid gap-4">
      {messages.map((message, index) => (
        <MessageItem
          key={message.id}
          message={message}
          values={index === 0 ? values : []}
          urgency={index === 0 ? urgency : null}
          split={index === 0 ? undefined : split}
          correct={index === 0 ? correct : undefined}
          {...around}
        />
      ))}
    </ol>
  );
};
