import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { notFound, Refusal } from '@/domain/refusal';
import { passOver } from './refusal';

const fromVerb = (cause: Error) => new TRPCError({ code: 'BAD_REQUEST', cause });

describe('what an address names and a verb refuses', () => {
  it('is as if nothing were named', () => {
    expect(passOver(fromVerb(new Refusal('invalid', 'errors.linkGone')))).toBeNull();
    expect(passOver(notFound('ticket'))).toBeNull();
  });

  it('is not taken for worthless when its reader only asks too often, nor when something broke', () => {
    const tooOften = fromVerb(new Refusal('too-many', 'errors.tooMany', { minutes: 1 }));
    const broken = new Error('the database is away');
    expect(() => passOver(tooOften)).toThrow(tooOften);
    expect(() => passOver(broken)).toThrow(broken);
  });
});
