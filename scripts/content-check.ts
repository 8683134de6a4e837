import { join, relative } from 'node:path';
import { checkContent } from '@/server/kernel/content/check';
import { contentFolder } from '@/server/kernel/content/folders';

// `npm run content:check [folder]`: prints each mistake as `file:line: what`, and fails when there is one; notices are printed alone.
const root = process.argv[2] ?? contentFolder();
const began = performance.now();
const findings = await checkContent(root);
const mistakes = findings.filter((finding) => !finding.notice);
for (const { path, line, message, notice } of findings) {
  process.stdout.write(`${relative('.', join(root, path))}:${line}: ${notice ? 'notice: ' : ''}${message}\n`);
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(
  `content: ${mistakes.length === 0 ? 'no mistake' : `${mistakes.length} mistakes`} (${seconds} s)\n`,
);
process.exitCode = mistakes.length === 0 ? 0 : 1;
