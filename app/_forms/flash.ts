import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Phrase } from '@/domain/refusal';

/** What a form that was refused comes back with: what was typed, and what is wrong with it. */
export type Flash = { values: Record<string, string>; fields: Record<string, Phrase>; message: Phrase };

type Kept = { form: string; flash: Flash; until: number };

const COOKIE = 'guichet-flash';
const SECONDS = 60;
/** Once shown it stays this long (ms): a hydrated page may ask twice for what one post changed. */
const AFTERGLOW = 4_000;
const LIMIT = 500;

// Kept on globalThis: Next bundles the page and its actions apart.
const holder = globalThis as typeof globalThis & { guichetFlashes?: Map<string, Kept> };

const kept = (): Map<string, Kept> => {
  holder.guichetFlashes ??= new Map();
  return holder.guichetFlashes;
};

const sweep = (flashes: Map<string, Kept>, now: number): void => {
  for (const [id, { until }] of flashes) if (until < now || flashes.size >= LIMIT) flashes.delete(id);
};

/**
 * Keeps what a form was refused with until its page is shown. The page is rendered in the answer to the very post: an
 * action without redirect does that by itself, with and without scripts, and the render sees the cookies the action
 * wrote. So the cookie is a mere ticket, what was typed may be as long as it likes and never leaves this process.
 */
export const keepFlash = async (form: string, flash: Flash): Promise<void> => {
  const id = randomUUID();
  const now = Date.now();
  sweep(kept(), now);
  kept().set(id, { form, flash, until: now + SECONDS * 1000 });
  const jar = await cookies();
  jar.set(COOKIE, id, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: SECONDS });
};

/** Forgets what an earlier post was refused with: this one was not, and its page must not say so again. */
export const dropFlash = async (): Promise<void> => {
  const jar = await cookies();
  const id = jar.get(COOKIE)?.value;
  if (id === undefined) return;
  kept().delete(id);
  jar.delete(COOKIE);
};

const takeOnce = cache(async (): Promise<Kept | null> => {
  const id = (await cookies()).get(COOKIE)?.value;
  const found = id === undefined ? undefined : kept().get(id);
  const now = Date.now();
  if (!found || found.until < now) return null;
  found.until = Math.min(found.until, now + AFTERGLOW);
  return found;
});

/** What the form of this name came back with, if it was refused just now. Makes the page dynamic. */
export const takeFlash = async (form: string): Promise<Flash | null> => {
  const found = await takeOnce();
  return found?.form === form ? found.flash : null;
};
