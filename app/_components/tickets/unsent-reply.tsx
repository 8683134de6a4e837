'use client';

import { useEffect } from 'react';
import { draftKey, dropDraft, keepDraft, readDraft } from './kept-draft';

type UnsentReplyProps = {
  owner: string;
  /** The type of the new request, under which its draft is kept. */
  type: string;
  /** The closed request that the new one goes on from. */
  follows: string;
};

/**
 * Makes an answer that could not be sent any more, since its request was closed meanwhile, the draft of the request that goes on
 * from it: nothing is written twice. It stands before `Draft`, which then brings it back. What was begun here already comes first.
 */
export const UnsentReply = ({ owner, type, follows }: UnsentReplyProps) => {
  useEffect(() => {
    const from = draftKey(owner, `reply-${follows}`);
    const to = draftKey(owner, type);
    const unsent = readDraft(from);
    if (!unsent?.values.body || readDraft(to)) return;
    keepDraft(to, { values: { description: unsent.values.body }, files: unsent.files });
    dropDraft(from);
  }, [owner, type, follows]);
  return null;
};
