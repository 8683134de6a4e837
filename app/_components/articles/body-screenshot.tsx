import { useTranslations } from 'next-intl';
import { media } from '@/server/kernel/content';
import { PicturePart } from './body-prose';
import { mediaAddress } from './media-address';

/** Pictures no wider than this are shown as large as they are, on phones as well. */
const SMALL = 340;

type PictureProps = { src?: string; alt?: string };

const ZoomLink = ({ src, alt }: { src: string; alt: string }) => {
  const t = useTranslations('articles');
  return (
    <a href={mediaAddress(src)} data-zoom="" data-close-label={t('closeZoom')} className="block cursor-zoom-in">
      <PicturePart src={src} alt={alt} />
    </a>
  );
};

/** A picture of plain Markdown: a link to the whole of it, where it may stand here smaller than it is. */
export const ZoomedPicture = ({ src = '', alt = '' }: PictureProps) =>
  (media(src)?.width ?? 0) > SMALL ? <ZoomLink src={src} alt={alt} /> : <PicturePart src={src} alt={alt} />;

type ScreenshotProps = { src: string; alt: string; caption?: string };

/** A picture of the screen: a link to the whole of it, which the reading script opens over the page. */
export const ScreenshotPart = ({ src, alt, caption }: ScreenshotProps) => (
  <figure>
    <ZoomLink src={src} alt={alt} />
    {caption ? <figcaption>{caption}</figcaption> : null}
  </figure>
);
