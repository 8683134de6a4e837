import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';

/** A file as it will be kept: what it really is, whatever its name says. */
export type InspectedFile = {
  name: string;
  mediaType: string;
  bytes: Buffer;
  width: number | null;
  height: number | null;
};

/** Pictures that browsers show; they are re-encoded, so that place, camera and hidden payloads do not travel along. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const;
/** What else a request may need; told beside the file field. */
const DOCUMENTS = [
  'application/pdf',
  'application/zip',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.text',
  'video/mp4',
  'video/webm',
] as const;
/** Files without a signature are taken as text where the name says so and the bytes agree. */
const TEXTS: Record<string, string> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  json: 'application/json',
};

const MAX_PIXELS = 50_000_000;

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Keeps a name that is safe in a header and on any disk, and its ending. */
const safeName = (name: string): string => {
  const bare = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return bare.length > 120 ? `${bare.slice(0, 100)}….${extensionOf(bare)}` : bare || 'file';
};

const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 65_536).includes(0);

const refuseType = (name: string): Refusal => new Refusal('invalid', 'errors.fileType', { name });

const picture = async (name: string, mediaType: string, bytes: Buffer): Promise<InspectedFile> => {
  const animated = mediaType === 'image/gif' || mediaType === 'image/webp';
  try {
    const { data, info } = await sharp(bytes, { animated, limitInputPixels: MAX_PIXELS })
      .rotate()
      .toBuffer({ resolveWithObject: true });
    return { name, mediaType, bytes: data, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    throw new Refusal('invalid', 'errors.filePicture', { name, reason: error instanceof Error ? error.message : '' });
  }
};

/**
 * Tells what a file is by its bytes and makes it fit to keep. Sizes in bytes. Refuses (`invalid`) what is empty, too big,
 * of a kind that requests do not take, or a picture that cannot be read.
 */
export const inspectFile = async (rawName: string, bytes: Buffer): Promise<InspectedFile> => {
  const name = safeName(rawName);
  if (bytes.length === 0) throw new Refusal('invalid', 'errors.fileEmpty', { name });
  if (bytes.length > TICKET_LIMITS.fileBytes) throw new Refusal('invalid', 'errors.fileTooBig', { name });
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed && PICTURES.some((type) => type === sniffed.mime)) return picture(name, sniffed.mime, bytes);
  if (sniffed && DOCUMENTS.some((type) => type === sniffed.mime)) {
    return { name, mediaType: sniffed.mime, bytes, width: null, height: null };
  }
  const text = sniffed ? undefined : TEXTS[extensionOf(name)];
  if (!text || !isText(bytes)) throw refuseType(name);
  return { name, mediaType: text, bytes, width: null, height: null };
};

/** Whether browsers may show the file in the page; everything else is only ever downloaded. */
export const isShownInline = (mediaType: string): boolean => PICTURES.some((type) => type === mediaType);
