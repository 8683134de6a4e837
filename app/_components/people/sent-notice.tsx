import { Callout } from '@/app/_components/ui/callout';

/** What is said after a mail was asked for, whether or not the address has an account. */
export const SentNotice = ({ title, text, hint }: { title: string; text: string; hint: string }) => (
  <Callout tone="positive" icon="mail" role="status" title={title}>
    <p>{text}</p>
    <p className="text-ink-soft">{hint}</p>
  </Callout>
);
