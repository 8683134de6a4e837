import { cutFonts } from '@/reading/type';

// Part of a build, in a process of its own: the programs that cut fonts take 40 MB, and would stay with whoever builds and then serves.
await cutFonts();
