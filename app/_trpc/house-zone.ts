import 'server-only';

export { houseZone } from '@/server/kernel/house-zone';
