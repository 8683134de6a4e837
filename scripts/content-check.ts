import { join, relative } from 'node:path';
import { checkContent } from '@/server/kernel/content/check';
import { contentFolder } from '@/server/kernel/content/folders';

// `npm run content:check [folder]`: prints each mistake as `file:line: what`, and fails when there is one.
const root = process.argv[2] ?? contentFolder();
const began = performance.now();
const findings = await checkContent(root);
for (const { path, line, message } of findings) {
  process.stdout.write(`${relative('.', join(root, path))}:${line}: ${message}\n`);
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(
  `content: ${findings.length === 0 ? 'no mistake' : `${findings.length} mistakes`} (${seconds} s)\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
