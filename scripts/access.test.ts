import { expect, it } from 'vitest';
import { accessDocumentIsCurrent } from './access';

it('docs/access.md says what domain/access/grants.ts says (else run scripts/access.ts)', () => {
  expect(accessDocumentIsCurrent()).toBe(true);
});
