import 'server-only';

export { hasDevMailbox, type KeptMail, keptMail, keptMails } from '@/server/mail/dev-mailbox';
