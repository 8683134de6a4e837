/** How a thing stands. Never said by colour alone: a word or an icon with a label goes with it. */
export const TONES = ['neutral', 'accent', 'info', 'positive', 'warning', 'danger'] as const;
export type Tone = (typeof TONES)[number];

export const TONE_TEXT = {
  neutral: 'text-ink-soft',
  accent: 'text-accent',
  info: 'text-info',
  positive: 'text-positive',
  warning: 'text-warning',
  danger: 'text-danger',
} as const satisfies Record<Tone, string>;

export const TONE_SOFT = {
  neutral: 'border-line bg-sunken',
  accent: 'border-accent-line bg-accent-soft',
  info: 'border-info-line bg-info-soft',
  positive: 'border-positive-line bg-positive-soft',
  warning: 'border-warning-line bg-warning-soft',
  danger: 'border-danger-line bg-danger-soft',
} as const satisfies Record<Tone, string>;
