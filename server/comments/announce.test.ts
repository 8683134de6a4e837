import { beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '@/db/comments/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { callBy } from '../testing/call';
import { own } from './own';
import { stop } from './stop';
import { ABOUT, cast, publishCommented, told, VISITOR } from './testing';
import { write } from './write';

beforeAll(publishCommented);

describe('mails about a thread', () => {
  it(
    'stop with the link they carry, without signing in, and for that thread alone',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const now = new Date();
      const roots = [];
      for (const bodyText of ['Une', 'Deux']) {
        const made = { authorId: camille.id, bodyText };
        roots.push(await makeComment(tx, made, [{ kind: 'approved', actorId: ines.id, at: now }]));
      }
      const [quiet, loud] = roots;
      const mine = (await own(callBy(camille), ABOUT)).comments.find((one) => one.id === quiet?.id);
      await stop(callBy(VISITOR), { token: mine?.stopToken ?? '' });
      for (const root of [quiet, loud]) {
        const answer = await write(callBy(theo), { ...ABOUT, body: `Réponse ${root?.bodyText}`, parentId: root?.id });
        await told(answer.id);
      }
      const mails = await mailsTo(tx, camille.email);
      expect(mails.map((mail) => mail.threadKey)).toEqual([`comment:${loud?.id}`]);
      const forged = `${camille.id}.${loud?.id}.${'a'.repeat(32)}`;
      await expect(stop(callBy(VISITOR), { token: forged })).rejects.toMatchObject({ code: 'not-found' });
      await expect(stop(callBy(VISITOR), { token: '' })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );
});
