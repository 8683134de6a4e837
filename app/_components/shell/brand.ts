/** The house's name and links, until settings hold them. */
export { DEMO_BRAND as brand } from '@/domain/settings/brand';
