import { buildContent } from '@/server/kernel/content/builder';

// The content build alone, in a process of its own, so that `bench:scale` can see what it takes.
await buildContent();
