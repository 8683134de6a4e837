/** The mark: a counter's window with its shelf. Takes the colour of the words around it. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="shrink-0">
    <rect x="3" y="3" width="26" height="26" rx="8" fill="var(--color-accent)" />
    <path d="M10 19v-4.5a6 6 0 0 1 12 0V19" stroke="var(--color-on-accent)" strokeWidth="2.4" strokeLinecap="round" />
    <path d="M7.5 22.5h17" stroke="var(--color-on-accent)" strokeWidth="2.4" strokeLinecap="round" />
  </svg>
);
