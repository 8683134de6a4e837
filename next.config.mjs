import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The front compresses once and stores; compressing again in Next would cost CPU on each request.
  compress: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'sharp', 'graphile-worker', 'sanitize-html', 'file-type'],
  experimental: { serverActions: { bodySizeLimit: '60mb' } },
};

export default withNextIntl(config);
