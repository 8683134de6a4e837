import { expect, it } from 'vitest';
import { auditFacts } from './facts';

it.each([
  [{}, []],
  [{ from: 'submitted', to: 'resolved' }, [{ key: 'to', before: 'submitted', value: 'resolved' }]],
  [{ files: 2, reason: null, left: '' }, [{ key: 'files', before: null, value: 2 }]],
  [{ visibility: ['none', 'team'] }, [{ key: 'visibility', before: 'none', value: 'team' }]],
  [{ active: [true, true] }, []],
  [{ numbers: [1042, 1043] }, [{ key: 'numbers', before: null, value: '1042, 1043' }]],
  [{ targets: { taken: 1 } }, [{ key: 'targets', before: null, value: '{"taken":1}' }]],
] as [Record<string, unknown>, object[]][])('%j is said as %j', (data, facts) => {
  expect(auditFacts(data)).toEqual(facts);
});
