import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Icon } from '@/app/_components/ui/icon';
import { type HostedVideo, hostedVideo, VIDEO_SITES } from '@/domain/articles/videos';
import { PicturePart } from './body-prose';
import { mediaAddress } from './media-address';

type VideoProps = { src: string; title: string; poster?: string; subtitles?: string; caption?: string };

/** A video: a file of ours in the browser's own player, or one of another site, of which nothing loads before the click. */
export const VideoPart = (video: VideoProps) => {
  const hosted = hostedVideo(video.src);
  return hosted ? <HostedPart {...video} hosted={hosted} /> : <OwnPart {...video} />;
};

/** A link to the video's page; the reading script puts the player in its place. */
const HostedPart = ({ title, poster, caption, hosted }: VideoProps & { hosted: HostedVideo }) => {
  const t = useTranslations('articles.video');
  const note = useId();
  const site = hosted.site === 'peertube' ? hosted.host : VIDEO_SITES[hosted.site];
  return (
    <figure className="video">
      <a
        href={hosted.page}
        rel="noopener"
        className="video-frame"
        data-embed={hosted.player}
        data-title={title}
        aria-describedby={note}
      >
        {poster ? <PicturePart src={poster} /> : null}
        <span className="video-play">
          <Icon name="play" size={18} />
          <span>
            {t('play')}
            <span className="sr-only"> {t('named', { title, site })}</span>
          </span>
        </span>
      </a>
      <figcaption>
        <span className="block font-semibold text-ink">{title}</span>
        {caption ? <span>{caption}</span> : null}
        <span id={note} className="mt-1 block">
          {t('privacy', { site })}
        </span>
        <a href={hosted.page} rel="noopener">
          {t('open', { site })}
        </a>
      </figcaption>
    </figure>
  );
};

/** The content check lets no file of ours without subtitles through. */
const OwnPart = ({ src, title, poster, subtitles = '', caption }: VideoProps) => {
  const t = useTranslations('articles.video');
  const locale = useLocale();
  return (
    <figure className="video">
      <video
        className="video-frame"
        controls
        playsInline
        preload="none"
        poster={poster ? mediaAddress(poster) : undefined}
        aria-label={title}
      >
        <source src={mediaAddress(src)} type={src.endsWith('.webm') ? 'video/webm' : 'video/mp4'} />
        <track kind="captions" src={mediaAddress(subtitles)} srcLang={locale} label={t('subtitles')} default />
      </video>
      <figcaption>
        <span className="block font-semibold text-ink">{title}</span>
        {caption ? <span>{caption} </span> : null}
        <a href={mediaAddress(src)} download="">
          {t('download')}
        </a>
      </figcaption>
    </figure>
  );
};
