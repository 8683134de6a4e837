import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { z } from 'zod';
import type { Permission } from '@/domain/access/grants';
import { Refusal, type RefusalCode } from '@/domain/refusal';
import type { Action } from './action';
import type { Call } from './call';
import { log } from './log';
import type { Watch } from './watching';
import { toldAs } from './wire';

const TRPC_CODES = {
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  'too-many': 'TOO_MANY_REQUESTS',
  blocked: 'FORBIDDEN',
} as const satisfies Record<RefusalCode, string>;

const t = initTRPC
  .context<Call>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: { serialize: toldAs, deserialize: superjson.deserialize },
    // Signs of life, so that neither side nor anything between them takes a quiet stream for a dead one.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
    errorFormatter: ({ shape, error }) => {
      const refusal = error.cause instanceof Refusal ? error.cause : null;
      return {
        ...shape,
        message: refusal?.messageKey ?? 'errors.unexpected',
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          refusal: refusal && {
            code: refusal.code,
            messageKey: refusal.messageKey,
            data: refusal.data,
            fields: refusal.fields,
          },
        },
      };
    },
  });

/** A refusal as tRPC's error; what is no refusal is logged with the request's id and stays a generic error. */
const told = (error: unknown, call: Call, permission: string): TRPCError => {
  if (error instanceof Refusal)
    return new TRPCError({ code: TRPC_CODES[error.code], message: error.messageKey, cause: error });
  log.error('a verb failed', { permission, requestId: call.requestId, error });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'errors.unexpected', cause: error });
};

const atTheDoor = async <Output>(call: Call, permission: string, run: () => Promise<Output>): Promise<Output> => {
  try {
    return await run();
  } catch (error) {
    throw told(error, call, permission);
  }
};

/** The action validates its own input and tells each field; tRPC only needs the type of it. */
const typed =
  <S extends z.ZodType>(_schema: S) =>
  (raw: unknown): z.input<S> =>
    raw as z.input<S>;

/** Groups verbs under the name of their feature. */
export const router = t.router;
/** Makes the caller with which server components and forms call verbs without HTTP. */
export const createCallerFactory = t.createCallerFactory;

/** A verb that changes something, as tRPC mutation. */
export const mutation = <S extends z.ZodType, Output>(act: Action<S, Output>) =>
  t.procedure
    .meta({ permission: act.permission })
    .input(typed(act.input))
    .mutation(({ ctx, input }) => atTheDoor(ctx, act.permission, () => act(ctx, input as z.input<S>)));

/** A verb that reads, as tRPC query. */
export const reading = <S extends z.ZodType, Output>(act: Action<S, Output>) =>
  t.procedure
    .meta({ permission: act.permission })
    .input(typed(act.input))
    .query(({ ctx, input }) => atTheDoor(ctx, act.permission, () => act(ctx, input as z.input<S>)));

/** A verb that goes on telling, as tRPC subscription: server-sent events, until the reader leaves. */
export const watching = <S extends z.ZodType, Item>(act: Watch<S, Item>) =>
  t.procedure
    .meta({ permission: act.permission })
    .input(typed(act.input))
    .subscription(async function* ({ ctx, input, signal }): AsyncGenerator<Item, void, undefined> {
      try {
        yield* act(ctx, input as z.input<S>, signal ?? new AbortController().signal);
      } catch (error) {
        throw told(error, ctx, act.permission);
      }
    });
