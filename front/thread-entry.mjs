// Threads do not inherit the TypeScript loader of the process (`--import tsx`): it is registered here for this one.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
