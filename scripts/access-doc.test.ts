import { expect, it } from 'vitest';
import { accessDocumentIsCurrent } from './access-doc';

it('docs/access.md says what domain/access/grants.ts says (else run scripts/access-doc.ts)', () => {
  expect(accessDocumentIsCurrent()).toBe(true);
});
