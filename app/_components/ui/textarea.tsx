import clsx from 'clsx';
import type { ComponentProps } from 'react';

export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea rows={5} {...rest} className={clsx('control', className)} />
);
