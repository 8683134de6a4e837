import clsx from 'clsx';

/** The place of something on its way. Give it the size of what comes, so that nothing moves. */
export const Skeleton = ({ className }: { className?: string | undefined }) => (
  <span aria-hidden="true" className={clsx('pulse block rounded-sm bg-hover', className ?? 'h-4 w-full')} />
);
