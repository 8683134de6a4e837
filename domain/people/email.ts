/** An address as it is stored and compared: trimmed, lower case. Mail servers that tell cases apart are not met in practice. */
export const normaliseEmail = (address: string): string => address.trim().toLowerCase();
