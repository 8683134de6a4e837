import { z } from 'zod';
import { visibleAttachment } from '@/db/tickets/queries';
import { MESSAGE_VISIBILITIES } from '@/domain/tickets/messages';
import { query } from '../kernel/action';
import { partyOf } from './progress';

/** What the files adapter needs to serve a file, for those who may read the message it belongs to; `not-found` for all others. */
export const file = query({
  permission: 'tickets.file',
  input: z.object({ id: z.uuid() }),
  async run({ db, actor, input, now }) {
    const internal = partyOf(actor) !== 'requester';
    const { name, mediaType, bytes, storageKey } = await visibleAttachment(db, actor, input.id, {
      visibilities: internal ? MESSAGE_VISIBILITIES : ['public'],
      now,
    });
    return { name, mediaType, bytes, storageKey };
  },
});
