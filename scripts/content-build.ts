import { mkdir } from 'node:fs/promises';
import { outputFolder } from '@/server/kernel/content/folders';
import { READERS, readGenerated } from '@/server/kernel/content/generated';
import { readHeads } from '@/server/kernel/content/heads';
import { publish } from '@/server/kernel/content/publish';

// Builds the content once: Contentlayer where front matter changed, then the snapshot that pages read. A process of its own, see `watch.ts`.
await mkdir(outputFolder(), { recursive: true });
const heads = await readHeads(READERS);
if (!heads.same) {
  // Loaded only then: it is most of this program.
  const { generate } = await import('@/server/kernel/content/generate');
  await generate();
}
await publish(await readGenerated());
await heads.save();
// Contentlayer's watcher of the folder would otherwise keep the process for a while.
process.exit(0);
