import { randomUUID } from 'node:crypto';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { movedByReader, saidByOthers } from '../tickets/said';
import { LiveRequest } from './live-request';

type LiveTicketProps = { ticket: RouterOutputs['tickets']['show']; readerId: string; place: 'desk' | 'requests' };

/** Keeps the page of a request as the request stands, while it is looked at. */
export const LiveTicket = ({ ticket, readerId, place }: LiveTicketProps) => (
  <LiveRequest
    number={ticket.number}
    place={place}
    facts={ticket.facts}
    others={saidByOthers(ticket.messages, readerId)}
    status={ticket.status}
    reader={place === 'desk' ? 'desk' : ticket.own ? 'own' : 'other'}
    ownMove={movedByReader(ticket.events, readerId)}
    tab={randomUUID()}
  />
);
