import type { z } from 'zod';
import type { Actor } from '@/domain/access/actor';
import type { Permission } from '@/domain/access/grants';
import { admit } from './action';
import type { Call } from './call';
import { hear } from './channels';
import { validated } from './validation';

type Schema = z.ZodType;

/** The channel on which processes hear that somebody has signed out, by the name of the sign-in. */
export const SIGNED_OUT_CHANNEL = 'guichet_signed_out';

/** A verb that goes on telling until its reader leaves. */
export type Watch<S extends Schema, Item> = {
  (call: Call, input: z.input<S>, signal: AbortSignal): AsyncGenerator<Item, void, undefined>;
  permission: Permission;
  kind: 'watch';
  input: S;
};

type WatchContext<Input> = {
  input: Input;
  call: Call;
  /** Aborted when the reader has left or signed out, or has opened so many others since that this one is over. */
  signal: AbortSignal;
  /** Who reads, as the database knows them now; asked before anything is told. */
  again(): Promise<Actor>;
};

type WatchDefinition<S extends Schema, Item> = {
  permission: Permission;
  input: S;
  run(context: WatchContext<z.output<S>>): AsyncGenerator<Item, void, undefined>;
};

/** More streams than this one person does not keep open in a process: the oldest ends for the newest. */
const MOST_STREAMS = 12;

// Kept on globalThis: Next bundles each route apart.
const holder = globalThis as typeof globalThis & { guichetStreams?: Map<string, Set<AbortController>> };

const takePlace = (reader: string): { controller: AbortController; leave: () => void } => {
  holder.guichetStreams ??= new Map();
  const all = holder.guichetStreams;
  const own = all.get(reader) ?? new Set();
  all.set(reader, own);
  const controller = new AbortController();
  own.add(controller);
  const [oldest] = own;
  if (oldest && own.size > MOST_STREAMS) {
    own.delete(oldest);
    oldest.abort();
  }
  return {
    controller,
    leave: () => {
      own.delete(controller);
      if (own.size === 0 && all.get(reader) === own) all.delete(reader);
    },
  };
};

const nothing = (): void => undefined;

/** Ends a stream when its reader signs out, in whichever page or process; answers how to stop waiting for that. */
const endWithSession = async ({ session }: Call, end: () => void): Promise<() => void> =>
  session === undefined
    ? nothing
    : hear(SIGNED_OUT_CHANNEL, { onMessage: (ended) => ended === session && end(), onMissed: nothing });

/**
 * A verb that goes on telling: the same checks at the door as of any verb, a bounded number of streams for each person,
 * and no end but the reader's or their session's. Whether they may still hear what is to be told, `run` asks each time. Throws a `Refusal`.
 */
export const watch = <S extends Schema, Item>(definition: WatchDefinition<S, Item>): Watch<S, Item> => {
  const { permission, input: schema, run } = definition;
  const perform = async function* (
    call: Call,
    raw: z.input<S>,
    signal: AbortSignal,
  ): AsyncGenerator<Item, void, undefined> {
    await admit(call, permission, []);
    const input = validated(schema, raw);
    const { controller, leave } = takePlace(call.actor.kind === 'user' ? call.actor.id : call.origin);
    const until = AbortSignal.any([signal, controller.signal]);
    const again = call.again ?? (async () => call.actor);
    let stopHearing = nothing;
    try {
      stopHearing = await endWithSession(call, () => controller.abort());
      yield* run({ input, call, signal: until, again });
    } finally {
      stopHearing();
      leave();
    }
  };
  return Object.assign(perform, { permission, kind: 'watch' as const, input: schema });
};

/** What a stream waits for: rings that come while it is busy are heard as one. */
export type Bell = {
  ring(): void;
  /** Waits for a ring, at most so many milliseconds; `over` once the reader has left. */
  heard(ms: number): Promise<'rung' | 'quiet' | 'over'>;
};

/** Hangs up a bell that the end of the stream rings, too. */
export const hangBell = (signal: AbortSignal): Bell => {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = (): void => {
    isRung = true;
    wake();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    async heard(ms) {
      if (!isRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = () => undefined;
      if (signal.aborted) return 'over';
      const rung = isRung;
      isRung = false;
      return rung ? 'rung' : 'quiet';
    },
  };
};
