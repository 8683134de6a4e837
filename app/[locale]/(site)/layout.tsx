import '../../site.css';
import type { ReactNode } from 'react';

/** Pages to read have a sheet of their own; the frame stands in each, since what it shows of a page differs. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return children;
}
