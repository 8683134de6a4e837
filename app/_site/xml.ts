const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML, between tags or in quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign);
