import type { Call } from '../kernel/call';
import { admitFile, attach } from '../tickets/attach';
import { inspectFile } from './inspect';
import { fileStore } from './store';

/**
 * Takes one uploaded file: reads it once its uploader may send another one, inspects it, keeps it, and records it as
 * pending. Answers the id and the claim with which the form attaches it. Throws a `Refusal` for what requests do not take.
 */
export const uploadFile = async (call: Call, rawName: string, read: () => Promise<Buffer>) => {
  await admitFile(call);
  const { bytes, ...facts } = await inspectFile(rawName, await read());
  const store = fileStore();
  const storageKey = await store.put(bytes);
  try {
    return await attach(call, { ...facts, bytes: bytes.length, storageKey });
  } catch (error) {
    await store.remove(storageKey);
    throw error;
  }
};
