import { describe, expect, it } from 'vitest';
import { bareForm } from './make-page';
import { createPageMemory, type Page } from './page-memory';

const pageOf = (path: string, size: number): Page => {
  const br = Buffer.alloc(size);
  return {
    ...{
      path,
      onDisk: false,
      places: [],
      more: false,
      format: 'page',
      contentType: 'text/html',
      headers: [],
      styles: { hashes: [], attributes: false },
    },
    ...{ buildId: '', bootId: '', sequence: 0, br, hash: path, tags: [], reserved: false, stale: false, retryAt: 0 },
    ...{
      checkedAt: 0,
      renewAfter: 1,
      includes: [],
      status: 200,
      policy: undefined,
      served: bareForm({ br, hash: path }),
    },
  };
};

describe('page memory', () => {
  it('never holds more than its limit, and drops what was served longest ago', () => {
    const memory = createPageMemory(100_000);
    for (let index = 0; index < 500; index += 1) {
      memory.put(pageOf(`/fr/help/a-${index}`, 4_000));
      memory.get('/fr/help/a-0');
      expect(memory.bytes()).toBeLessThanOrEqual(100_000);
    }
    expect(memory.get('/fr/help/a-0')).toBeDefined();
    expect(memory.get('/fr/help/a-499')).toBeDefined();
    expect(memory.get('/fr/help/a-1')).toBeUndefined();
  });

  it('counts a page once, whatever happens to it', () => {
    const memory = createPageMemory(100_000);
    const page = pageOf('/fr', 4_000);
    memory.put(page);
    const bytes = memory.bytes();
    memory.put(pageOf('/fr', 4_000));
    expect(memory.bytes()).toBe(bytes);
    const again = pageOf('/fr', 4_000);
    memory.put(again);
    again.served = { ...again.served, version: 'x', br: Buffer.alloc(3_000), gzip: Buffer.alloc(3_000) };
    memory.resize(again);
    expect(memory.bytes()).toBe(bytes + 6_000);
    memory.remove('/fr');
    memory.remove('/fr');
    expect(memory.bytes()).toBe(0);
  });
});
