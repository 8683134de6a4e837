import 'server-only';
import { env } from '@/server/kernel/env';

/** Where the mails of an installation without SMTP are read (demo and development only); `null` where mails are sent. */
export const devMailboxPath = (): string | null => (env().devMailbox ? '/dev/mailbox' : null);
