import type { StyleNeeds } from './lighten';

/** Flat list as `writeHead` takes it: name, value, name, value. */
export type HeaderList = readonly string[];

const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const policy = (script: string, style: readonly string[], connect: string, upgrade: boolean): string =>
  [
    "default-src 'self'",
    `script-src ${script}`,
    ...style,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(upgrade ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

export type SecurityHeaders = {
  /** Headers of every answer, whatever it is. */
  common: HeaderList;
  /** For pages without framework scripts: own scripts only, in the page those it has, inline styles only as far as the page has them. */
  readingPolicy(styles: StyleNeeds): string;
  /** For React pages: scripts of ours or with the request's nonce. */
  workingPolicy(nonce: string): string;
  /** For what is no page: nothing may run if it is opened as one. */
  inertPolicy: string;
};

/** Kinds of pages are few, and so are policies: one text for all pages of a kind stays where the processor finds it. */
const MOST_REMEMBERED = 500;

const remembered = (make: (styles: StyleNeeds) => string): ((styles: StyleNeeds) => string) => {
  const known = new Map<string, string>();
  return (styles) => {
    const made = make(styles);
    const same = known.get(made);
    if (same !== undefined) return same;
    if (known.size < MOST_REMEMBERED) known.set(made, made);
    return made;
  };
};

/** `secure`: the public address is https, so browsers may be told to never come back without it. */
export const createSecurityHeaders = ({ secure, dev }: { secure: boolean; dev: boolean }): SecurityHeaders => ({
  common: [
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'strict-origin-when-cross-origin',
    'permissions-policy',
    PERMISSIONS.map((name) => `${name}=()`).join(', '),
    'cross-origin-opener-policy',
    'same-origin',
    ...(secure ? ['strict-transport-security', 'max-age=31536000; includeSubDomains'] : []),
  ],
  readingPolicy: remembered(({ hashes, scripts = [], attributes, frames = [] }) => {
    const style = [`style-src ${["'self'", ...hashes].join(' ')}`];
    if (attributes) style.push(`style-src-attr 'unsafe-inline'`);
    // Players of videos, from the sites of this very page's videos.
    if (frames.length > 0) style.push(`frame-src ${frames.join(' ')}`);
    return policy(["'self'", ...scripts].join(' '), style, "'self'", secure);
  }),
  workingPolicy(nonce) {
    // React writes style attributes while rendering on the server; development adds style elements and evaluated code.
    const script = `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval' 'unsafe-inline'" : ''}`;
    return policy(script, ["style-src 'self' 'unsafe-inline'"], dev ? "'self' ws: wss:" : "'self'", secure);
  },
  inertPolicy: "default-src 'none'; frame-ancestors 'none'",
});
