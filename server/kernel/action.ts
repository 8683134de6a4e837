import type { z } from 'zod';
import { database, type Reader, type Tx } from '@/db/client';
import { countCall, insertAudit, uncountCall } from '@/db/kernel/queries';
import { forget } from '@/db/remembered';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { isGranted, isStaff, type Permission } from '@/domain/access/grants';
import { type Phrase, Refusal } from '@/domain/refusal';
import type { Call } from './call';
import { readAnew } from './once';
import { type Outbox, outboxOf } from './outbox';
import { keepPace, type Pace } from './pace';
import { validated } from './validation';

type Schema = z.ZodType;

/** How often a verb may be called; counted per account, or per address for visitors, unless `by` says otherwise. */
export type RateLimit<Input> = {
  max: number;
  seconds: number;
  by?: (input: Input) => string;
  /** Calls that succeed are given back: for sign-in, where only wrong guesses should count. */
  failuresOnly?: true;
};

/** What a verb works with. */
export type ActionContext<Input> = {
  tx: Tx;
  actor: Actor;
  input: Input;
  call: Call;
  now: Date;
  outbox: Outbox;
  /** Names the row the act was done to, and facts worth keeping, for the audit row. */
  audit(target: { type: string; id: string }, data?: Record<string, unknown>): void;
  /** Says that there was nothing to do: jobs look again and again, and the log would fill with acts that were none. */
  idle(): void;
};

type ActionDefinition<S extends Schema, Output> = {
  permission: Permission;
  input: S;
  limits?: readonly RateLimit<z.output<S>>[];
  /** No audit row is written: for what readers leave behind by reading, where a name and a time would tell on them. */
  unaudited?: true;
  /** What this caller must not leave out or get wrong, beyond the input's own rules: a phrase by field. */
  faults?: (actor: Actor, raw: z.input<S>) => Record<string, Phrase> | Promise<Record<string, Phrase>>;
  run(context: ActionContext<z.output<S>>): Promise<Output>;
};

/** A verb that doors call; it carries its own permission and input so that routers are tables of contents. */
export type Action<S extends Schema, Output> = {
  (call: Call, input: z.input<S>): Promise<Output>;
  permission: Permission;
  kind: 'action' | 'query';
  input: S;
};

const checkGrant = (actor: Actor, permission: Permission): void => {
  if (!isGranted(permission, granteeOf(actor))) {
    throw new Refusal('forbidden', actor.kind === 'visitor' ? 'errors.signInFirst' : 'errors.forbidden');
  }
};

const callerKey = (call: Call): string => (call.actor.kind === 'user' ? call.actor.id : call.origin);

const bucketOf = <Input>(call: Call, permission: Permission, limit: RateLimit<Input>, input: Input): string =>
  `${permission}:${limit.seconds}:${limit.by ? limit.by(input) : callerKey(call)}`;

const checkLimits = async <Input>(
  call: Call,
  permission: Permission,
  limits: readonly RateLimit<Input>[],
  input: Input,
): Promise<void> => {
  if (call.actor.kind === 'system') return;
  for (const limit of limits) {
    const bucket = bucketOf(call, permission, limit, input);
    if ((await countCall(database(), bucket, limit.seconds, call.now)) > limit.max) {
      throw new Refusal('too-many', 'errors.tooMany', { minutes: Math.ceil(limit.seconds / 60) });
    }
  }
};

/**
 * The grant and the limits of a verb whose door has costly work to do before it can call the verb itself, such as
 * looking into a file. The verb then names no limits of its own, or the call would count twice.
 */
export const admit = async (
  call: Call,
  permission: Permission,
  limits: readonly Omit<RateLimit<undefined>, 'by'>[],
): Promise<void> => {
  checkGrant(call.actor, permission);
  await checkLimits(call, permission, limits, undefined);
};

const giveBack = async <Input>(
  call: Call,
  permission: Permission,
  limits: readonly RateLimit<Input>[],
  input: Input,
): Promise<void> => {
  if (call.actor.kind === 'system') return;
  for (const limit of limits) {
    if (!limit.failuresOnly) continue;
    await uncountCall(database(), bucketOf(call, permission, limit, input), limit.seconds, call.now);
  }
};

/**
 * Every process is told of a change a moment after it; who has just made one sees it in what they read next. What leaves no
 * audit row (who looks at what, what somebody has read) changes nothing that is remembered: pages of the desk do such things all day.
 */
const forgetAfter = (call: Call): void => {
  readAnew(call);
  forget('desk');
  if (isStaff(granteeOf(call.actor))) forget('house');
};

/**
 * A verb that changes something. Checks the grant, validates the input, counts the call, then runs in one transaction
 * that also holds the audit row and what is left in the outbox: all of it happens, or nothing does. Every door goes
 * through here. Throws a `Refusal` for what is expected to fail; anything else is a bug.
 */
export const action = <S extends Schema, Output>(definition: ActionDefinition<S, Output>): Action<S, Output> => {
  const { permission, input: schema, limits = [], unaudited = false, faults, run } = definition;
  const perform = async (call: Call, raw: z.input<S>): Promise<Output> => {
    checkGrant(call.actor, permission);
    const input = validated(schema, raw, await faults?.(call.actor, raw));
    await checkLimits(call, permission, limits, input);
    const { result, changed } = await database().transaction(async (tx) => {
      let target: { type: string; id: string } | undefined;
      let facts: Record<string, unknown> = {};
      let wasIdle = false;
      const result = await run({
        tx,
        actor: call.actor,
        input,
        call,
        now: call.now,
        outbox: outboxOf(tx, call.now),
        audit: (on, data = {}) => {
          target = on;
          facts = data;
        },
        idle: () => {
          wasIdle = true;
        },
      });
      if (unaudited || wasIdle) return { result, changed: false };
      await insertAudit(tx, {
        at: call.now,
        action: permission,
        actorKind: call.actor.kind,
        actorId: call.actor.kind === 'user' ? call.actor.id : null,
        targetType: target?.type ?? null,
        targetId: target?.id ?? null,
        data: facts,
        requestId: call.requestId,
      });
      return { result, changed: true };
    });
    if (changed) forgetAfter(call);
    await giveBack(call, permission, limits, input);
    return result;
  };
  return Object.assign(perform, { permission, kind: 'action' as const, input: schema });
};

type QueryDefinition<S extends Schema, Output> = {
  permission: Permission;
  input: S;
  /** How often it may be called, for verbs that cost more than a page. */
  pace?: Pace;
  run(context: { db: Reader; actor: Actor; input: z.output<S>; now: Date; call: Call }): Promise<Output>;
};

/** A verb that only reads: the same checks, no transaction and no audit row. */
export const query = <S extends Schema, Output>(definition: QueryDefinition<S, Output>): Action<S, Output> => {
  const { permission, input: schema, pace, run } = definition;
  const perform = async (call: Call, raw: z.input<S>): Promise<Output> => {
    checkGrant(call.actor, permission);
    if (pace) keepPace(call, permission, pace);
    const input = validated(schema, raw);
    return run({ db: database(), actor: call.actor, input, now: call.now, call });
  };
  return Object.assign(perform, { permission, kind: 'query' as const, input: schema });
};
