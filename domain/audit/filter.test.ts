import { describe, expect, it } from 'vitest';
import { auditAddressOf, readAuditFilter } from './filter';

describe('what the audit log is narrowed to', () => {
  it('goes into an address and comes back the same', () => {
    const query = { kind: 'all', who: 'Théo', verb: 'tickets.resolve', subject: '1042', from: '2026-11-01' };
    expect(readAuditFilter(auditAddressOf(readAuditFilter(query)))).toEqual(query);
  });

  it.each([
    [{}, { kind: 'people' }],
    [{ verb: 'tickets' }, { kind: 'people', verb: 'tickets' }],
    [{ verb: 'tickets.burn' }, { kind: 'people' }],
    [{ from: '2026-02-30', until: 'x', who: '  ' }, { kind: 'people' }],
    [{ kind: 'robots' }, { kind: 'people' }],
  ] as [Record<string, string>, object][])('%o narrows to %o', (query, filter) => {
    expect(readAuditFilter(query)).toEqual(filter);
  });
});
