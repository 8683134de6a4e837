'use client';

import { useEffect } from 'react';
import { dropSentDraft } from './kept-draft';

/** Stands on the pages after sending: what arrived needs no draft any more. */
export const ForgetDraft = () => {
  useEffect(dropSentDraft, []);
  return null;
};
