import type { MetadataRoute } from 'next';
import { LOCALES } from '@/domain/people/locale';
import { absolute } from './_site/address';

const WORKING_PAGES = ['requests', 'account', 'desk', 'studio', 'admin', 'reserved', 'signed-in'];

/** `GET /robots.txt`: reading pages are for everyone, working pages for nobody's index. */
export default function robots(): MetadataRoute.Robots {
  const disallow = [
    '/api/',
    '/dev/',
    ...LOCALES.flatMap((locale) => WORKING_PAGES.map((page) => `/${locale}/${page}`)),
  ];
  return { rules: { userAgent: '*', allow: '/', disallow }, sitemap: absolute('/sitemap.xml') };
}
