/** Addresses under `.example` belong to nobody (RFC 2606): only the demo has accounts there, all with one known password. */
export const isDemoAddress = (email: string): boolean => email.endsWith('.example');
