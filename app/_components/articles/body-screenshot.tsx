import { useTranslations } from 'next-intl';
import { PicturePart } from './body-prose';
import { mediaAddress } from './media-address';

type ScreenshotProps = { src: string; alt: string; caption?: string };

/** A picture of the screen: a link to the whole of it, which the reading script opens over the page. */
export const ScreenshotPart = ({ src, alt, caption }: ScreenshotProps) => {
  const t = useTranslations('articles');
  return (
    <figure>
      <a href={mediaAddress(src)} data-zoom="" data-close-label={t('closeZoom')} className="block cursor-zoom-in">
        <PicturePart src={src} alt={alt} />
      </a>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  );
};
