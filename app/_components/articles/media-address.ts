import { media } from '@/server/kernel/content';

/** The address of a file under `/media/` with its version, so that browsers may keep it for good. */
export const mediaAddress = (path: string): string => {
  const file = media(path);
  return file ? `${path}?v=${file.hash}` : path;
};
