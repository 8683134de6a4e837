import { z } from 'zod';
import { COMPONENT_STATUSES, IMPACTS } from '@/domain/incidents/status';
import { bilingual } from '../kernel/bilingual';

/** What a step of an incident says, whichever verb brings it. */
export const stepFields = {
  body: bilingual(5000),
  impact: z.enum(IMPACTS),
  components: z
    .array(z.object({ componentId: z.uuid(), status: z.enum(COMPONENT_STATUSES) }))
    .max(100)
    .default([]),
  idempotencyKey: z.uuid().optional(),
  /** Whether its author has read it once more: asked for in forms, where a slip is public at once. */
  confirm: z.boolean().default(true).refine(Boolean, 'errors.confirmFirst'),
};
