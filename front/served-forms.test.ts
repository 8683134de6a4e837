import { beforeEach, expect, it } from 'vitest';
import { pageFromRecord, recordFromAnswer } from './make-page';
import type { PageRecord } from './page-files';
import type { Page } from './page-memory';
import { plainOf } from './representations';
import { createServedForms, type ServedForms } from './served-forms';

const PATH = '/fr/faq';
const BODY = `<!doctype html><html lang="fr"><head></head><body><div data-include="banner"></div>${'<p>faq</p>'.repeat(50)}</body></html>`;

let banner = '';
let record: PageRecord;
let kept: PageRecord | undefined;
let page: Page;
let forms: ServedForms;

beforeEach(async () => {
  banner = '';
  const answer = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(BODY) };
  const origin = { buildId: 'build', bootId: 'boot', sequence: 1 };
  record = await recordFromAnswer(PATH, 'page', answer, { ownFiles: new Map(), origin });
  kept = record;
  page = { ...pageFromRecord(record, 0), onDisk: true };
  forms = createServedForms({
    files: { load: async () => kept },
    memory: { resize: () => undefined },
    learn: async () => undefined,
    versionOf: () => banner,
    textsOf: () => new Map([['banner', banner]]),
  });
});

const text = async (): Promise<string> => (await plainOf(page.served)).toString();

it('holds one encoding where readers take one, and both where they take both', async () => {
  await forms.makeReady(page, 'gzip');
  expect([page.br, page.served.br]).toEqual([undefined, undefined]);
  expect(forms.isReady(page, 'gzip')).toBe(true);
  expect(forms.isReady(page, 'br')).toBe(false);
  await forms.makeReady(page, 'br');
  expect(forms.isReady(page, 'gzip')).toBe(true);
  expect(forms.isReady(page, 'br')).toBe(true);
  expect(await text()).toContain('<p>faq</p>');
});

it('does not drop what somebody has taken', async () => {
  page.served.brIsTaken = true;
  await forms.makeReady(page, 'gzip');
  expect(page.served.br).toBe(page.br);
  expect(page.br).toBe(record.br);
});

it('drops nothing that is not on disk', async () => {
  page.onDisk = false;
  banner = '<p>down</p>';
  await forms.makeReady(page, 'gzip');
  expect(page.br).toBe(record.br);
});

it.each(['br', 'gzip'] as const)(
  'fills and empties a page that is held as it is served only (%s)',
  async (encoding) => {
    banner = '<p>down</p>';
    await forms.makeReady(page, encoding);
    expect(page.br).toBeUndefined();
    expect(await text()).toContain('<p>down</p>');
    banner = '<p>still down</p>';
    await forms.makeReady(page, encoding);
    expect(await text()).toContain('<p>still down</p>');
    banner = '';
    await forms.makeReady(page, encoding);
    expect(await text()).not.toContain('down');
    expect(page.served.hash).toBe(record.hash);
  },
);

it('serves a page whose file is gone as it is once more, and has it asked for again', async () => {
  banner = '<p>down</p>';
  await forms.makeReady(page, 'gzip');
  kept = undefined;
  banner = '';
  await forms.makeReady(page, 'gzip');
  expect(await text()).toContain('<p>down</p>');
  expect(page.stale).toBe(true);
});
