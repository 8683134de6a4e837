import clsx from 'clsx';

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-11 text-[0.9375rem]' } as const;

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
};

type AvatarProps = {
  name: string;
  size?: keyof typeof SIZES | undefined /** Staff carry the accent, so that one sees who answers. */;
  staff?: boolean | undefined;
};

/** Decoration beside a name that is written. */
export const Avatar = ({ name, size = 'md', staff = false }: AvatarProps) => (
  <span
    aria-hidden="true"
    className={clsx(
      'inline-grid shrink-0 place-items-center rounded-full border font-semibold tracking-wide select-none',
      staff ? 'border-accent-line bg-accent-soft text-accent' : 'border-line bg-sunken text-ink-soft',
      SIZES[size],
    )}
  >
    {initials(name)}
  </span>
);
