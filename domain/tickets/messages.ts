/** Who reads a message: both sides, or staff only. */
export const MESSAGE_VISIBILITIES = ['public', 'internal'] as const;
export type MessageVisibility = (typeof MESSAGE_VISIBILITIES)[number];

/** For how long an answer of the desk can be taken back before it leaves, in seconds. */
export const SEND_SECONDS = 10;

/** Limits told beside the fields and kept by the server. Sizes in bytes, lengths in characters. */
export const TICKET_LIMITS = {
  subject: { min: 5, max: 160 },
  body: { min: 10, max: 20_000 },
  reply: { min: 1, max: 20_000 },
  files: 10,
  fileBytes: 15 * 1024 * 1024,
} as const;
