'use client';

import { PageFailed } from '@/app/_components/ui/page-failed';

export default PageFailed;
