import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { hashOfSources } from '@/server/kernel/content/builder';
import { checkContent } from '@/server/kernel/content/check';
import { contentFolder, outputFolder } from '@/server/kernel/content/folders';
import { askedFor } from './command-line';

const USAGE = `npm run content:check -- [folder]
  --json       the same for programs
  --no-cache   read files again that have not changed`;

// `npm run content:check [folder]`: prints each mistake as `file:line: what`, and fails when there is one; notices are printed
// alone.
const { values, positionals } = askedFor(USAGE, {
  allowPositionals: true,
  options: { json: { type: 'boolean' }, 'no-cache': { type: 'boolean' } },
});
const root = resolve(positionals[0] ?? contentFolder());
const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
const keeping = { file: join(outputFolder(), `check-${name}.json`), readers: await hashOfSources() };
const began = performance.now();
const found = await checkContent(root, values['no-cache'] ? undefined : keeping);
const findings = found.map(({ path, ...finding }) => ({ file: relative('.', join(root, path)), ...finding }));
const mistakes = findings.filter(({ notice }) => !notice).length;
const notices = findings.length - mistakes;
const seconds = Number(((performance.now() - began) / 1000).toFixed(1));

if (values.json) {
  process.stdout.write(`${JSON.stringify({ mistakes, notices, seconds, findings }, null, 2)}\n`);
} else {
  const lines = findings.map(
    ({ file, line, message, notice }) => `${file}:${line}: ${notice ? 'notice: ' : ''}${message}`,
  );
  const count = mistakes === 0 ? 'no mistake' : `${mistakes} mistake${mistakes === 1 ? '' : 's'}`;
  const aside = notices === 0 ? '' : `, ${notices} notice${notices === 1 ? '' : 's'}`;
  process.stdout.write(`${[...lines, `content: ${count}${aside} (${seconds} s)`].join('\n')}\n`);
}
process.exitCode = mistakes === 0 ? 0 : 1;
