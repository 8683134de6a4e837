import { mkdir } from 'node:fs/promises';
import { outputFolder } from '@/server/kernel/content/folders';
import { generate, readGenerated } from '@/server/kernel/content/generated';
import { publish } from '@/server/kernel/content/publish';

// Builds the content once: Contentlayer, then the snapshot that pages read. A process of its own, see `watch.ts`.
await mkdir(outputFolder(), { recursive: true });
await generate();
await publish(await readGenerated());
// Contentlayer's watcher of the folder would otherwise keep the process for a while.
process.exit(0);
