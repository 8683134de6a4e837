/** The time zone of an installation whose calendar says no other. */
export const SHIPPED_ZONE = 'Europe/Paris';
