import { z } from 'zod';
import { insertAttachment } from '@/db/tickets/queries';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { action, admit } from '../kernel/action';
import type { Call } from '../kernel/call';
import { hashSecret, newSecret } from '../kernel/tokens';
import { actorId } from './progress';

const LIMITS = [
  { max: 60, seconds: 600 },
  { max: 300, seconds: 86_400 },
] as const;

/** Counts an upload before anything is done with its bytes: looking into a picture is the costly part. */
export const admitFile = (call: Call): Promise<void> => admit(call, 'tickets.attach', LIMITS);

/**
 * Records a file that the files adapter has checked and stored (`storageKey`), before the message it goes with is
 * written. Answers the claim with which the uploader attaches it; the claim is told once and kept only as a hash.
 * Its input is what the adapter found out, never what a client says: it has no procedure, its door is `/api/uploads`.
 */
export const attach = action({
  permission: 'tickets.attach',
  input: z.object({
    name: z.string().min(1).max(200),
    mediaType: z.string().min(3).max(100),
    bytes: z.number().int().positive().max(TICKET_LIMITS.fileBytes),
    width: z.number().int().positive().nullable(),
    height: z.number().int().positive().nullable(),
    storageKey: z.string().min(1).max(200),
  }),
  async run({ tx, actor, input, now, audit }) {
    const claim = newSecret();
    const file = await insertAttachment(tx, {
      ...input,
      claimHash: hashSecret(claim),
      uploadedBy: actorId(actor),
      createdAt: now,
    });
    audit({ type: 'attachment', id: file.id }, { bytes: file.bytes, mediaType: file.mediaType });
    return { id: file.id, claim, name: file.name, bytes: file.bytes, mediaType: file.mediaType };
  },
});
