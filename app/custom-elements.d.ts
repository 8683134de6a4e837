import type { HTMLAttributes } from 'react';

// Custom elements of the reading script (`reading/README.md`); without it they are plain boxes around working HTML.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'search-box': HTMLAttributes<HTMLElement> & {
        'data-suggest': string;
        'data-hits-label': string;
        'data-none-label': string;
        'data-all-label': string;
        'data-recent-label': string;
        'data-forget-label': string;
      };
      'theme-switch': HTMLAttributes<HTMLElement>;
      'account-slot': HTMLAttributes<HTMLElement>;
      'article-feedback': HTMLAttributes<HTMLElement>;
    }
  }
}
