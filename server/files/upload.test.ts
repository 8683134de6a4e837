import { expect, it, vi } from 'vitest';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { uploadFile } from './upload';

it(
  'reads nothing of a file whose sender has sent too many',
  rolledBack(async () => {
    const call = callBy({ kind: 'visitor' });
    const read = vi.fn(async () => Buffer.alloc(0));
    for (let turn = 0; turn < 60; turn += 1) {
      await expect(uploadFile(call, 'vide.txt', read)).rejects.toMatchObject({ messageKey: 'errors.fileEmpty' });
    }
    await expect(uploadFile(call, 'vide.txt', read)).rejects.toMatchObject({ code: 'too-many' });
    expect(read).toHaveBeenCalledTimes(60);
  }),
);
