import { setRequestLocale } from 'next-intl/server';

export const generateStaticParams = () => [];

export default async function HomePage(props: { params: Promise<{ locale: string }> }) {
  const { locale } = await props.params;
  setRequestLocale(locale);
  return <main>Guichet</main>;
}
