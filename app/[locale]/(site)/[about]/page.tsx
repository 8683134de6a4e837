import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { type AboutPage, isAboutPage } from '@/domain/settings/about';

type Props = { params: Promise<{ locale: string; about: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<AboutPage> => {
  const { about } = await params;
  if (!isAboutPage(about)) notFound();
  return about;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const locale = await pageLocale(props.params);
  const about = await load(props);
  const t = await getTranslations({ locale, namespace: 'shell.about' });
  return pageMetadata({
    title: t(about),
    description: t(`pages.${about}.lead`, { brand: brand.name }),
    path: `/${locale}/${about}`,
    alternates: sameInAll(`/${about}`),
  });
};

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const licensed = z.object({ version: z.string(), license: z.string().default('') });

type Licence = { name: string; version: string; licence: string };

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** What the house stands on, read from the packages themselves. */
const licences = async (): Promise<Licence[]> => {
  const { dependencies } = manifest.parse(await readJson(join(process.cwd(), 'package.json')));
  const rows = Object.keys(dependencies).map(async (name) => {
    const { version, license } = licensed.parse(
      await readJson(join(process.cwd(), 'node_modules', name, 'package.json')),
    );
    return { name, version, licence: license };
  });
  return Promise.all(rows);
};

export default async function AboutRoute(props: Props) {
  const about = await load(props);
  const shown = about === 'licences' ? await licences() : [];
  return <About locale={await pageLocale(props.params)} about={about} licences={shown} />;
}

/** How many paragraphs each page has in the messages. */
const PARTS: Record<AboutPage, readonly string[]> = {
  accessibility: ['how', 'limits', 'contact'],
  legal: ['publisher', 'host', 'rights'],
  terms: ['use', 'account', 'data'],
  cookies: ['session', 'reading', 'opinion', 'device', 'none'],
  licences: ['own'],
};

const About = ({
  locale,
  about,
  licences: rows,
}: {
  locale: Locale;
  about: AboutPage;
  licences: readonly Licence[];
}) => {
  const t = useTranslations('shell.about');
  const data = {
    brand: brand.name,
    company: brand.legal.company,
    address: brand.legal.address,
    email: brand.legal.email,
  };
  return (
    <ReadingPage locale={locale} alternates={sameInAll(`/${about}`)}>
      <article className="max-w-reading">
        <PageHeader title={t(about)} lead={t(`pages.${about}.lead`, data)} />
        <div className="prose mt-9">
          {PARTS[about].map((part) => (
            <section key={part}>
              <h2>{t(`pages.${about}.${part}.title`)}</h2>
              <p>{t(`pages.${about}.${part}.text`, data)}</p>
            </section>
          ))}
          {rows.length > 0 ? (
            <ul>
              {rows.map((row) => (
                <li key={row.name}>
                  {row.name} {row.version} – {row.licence}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </article>
    </ReadingPage>
  );
};
