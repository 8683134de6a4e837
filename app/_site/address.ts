/** The address visitors type, without a slash at its end: `PUBLIC_URL`, set by the start script in any case. */
export const siteAddress = (): string => (process.env.PUBLIC_URL || 'http://localhost:3000').replace(/\/$/, '');

/** A path of ours as a full address, for feeds, sitemaps and structured data. */
export const absolute = (path: string): string => `${siteAddress()}${path}`;
