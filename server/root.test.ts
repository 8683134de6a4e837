import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GRANTS, PERMISSIONS, type Permission } from '@/domain/access/grants';
import { appRouter } from './root';

type Procedure = { _def: { type: string; meta?: { permission: Permission } } };

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

/** Verbs that only Guichet itself performs (jobs, inbound mail) have no procedure: nobody can call them. */
const isForSystemOnly = (permission: Permission): boolean =>
  GRANTS[permission].every((grantee) => grantee === 'system');

/** Verbs whose input is found out by an adapter, not told by a client: what else calls them. */
const OTHER_DOORS: Partial<Record<Permission, string>> = { 'tickets.attach': 'app/api/uploads/route.ts' };

describe('the router', () => {
  it.each(procedures)('%s is granted under its own name', (path, procedure) => {
    expect(procedure._def.meta?.permission).toBe(path);
    expect(PERMISSIONS).toContain(path);
  });

  it.each(PERMISSIONS.filter((permission) => !isForSystemOnly(permission) && !OTHER_DOORS[permission]))(
    '%s can be called by those who hold it',
    (permission) => {
      expect(procedures.map(([path]) => path)).toContain(permission);
    },
  );

  it.each(Object.entries(OTHER_DOORS))('%s has no procedure: its door is %s', (permission, door) => {
    expect(procedures.map(([path]) => path)).not.toContain(permission);
    expect(existsSync(door)).toBe(true);
  });

  it('reads with queries, changes with mutations and goes on telling with subscriptions', () => {
    const types = new Set(procedures.map(([, procedure]) => procedure._def.type));
    expect(types).toEqual(new Set(['query', 'mutation', 'subscription']));
  });
});
