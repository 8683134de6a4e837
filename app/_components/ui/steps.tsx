import type { ReactNode } from 'react';

/** What to do, in order; the numbers hang in the margin and are joined by a hairline. */
export const Steps = ({ children }: { children: ReactNode }) => <ol className="steps">{children}</ol>;

export const Step = ({ title, children }: { title: string; children?: ReactNode }) => (
  <li>
    <p className="leading-snug font-semibold">{title}</p>
    {children ? <div className="mt-1.5 [&>*+*]:mt-3">{children}</div> : null}
  </li>
);
