import 'server-only';

export { hasDevMailbox, keptMail, keptMails } from '@/server/mail/dev-mailbox';
