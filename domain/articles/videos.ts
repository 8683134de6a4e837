/** Sites that videos are played from; the name is what readers are told. */
export const VIDEO_SITES = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  dailymotion: 'Dailymotion',
  peertube: 'PeerTube',
} as const;

export type VideoSite = keyof typeof VIDEO_SITES;

/** A video of another site: its page there, and the address of the player that may be put into ours after a click. */
export type HostedVideo = { site: VideoSite; host: string; page: string; player: string };

const ID = /^[\w-]{3,64}$/;

const asId = (text: string | null | undefined): string | null => (text && ID.test(text) ? text : null);

type Found = { site: VideoSite; id: string; page: string; player: string };

const onYouTube = (host: string, segments: readonly string[], query: URLSearchParams): Found | null => {
  const isShort = host === 'youtu.be';
  if (!isShort && host !== 'youtube.com' && host !== 'youtube-nocookie.com') return null;
  const named = ['embed', 'shorts', 'live'].includes(segments[0] ?? '') ? segments[1] : query.get('v');
  const id = asId(isShort ? segments[0] : named);
  // The domain without cookies; related videos of the same channel only.
  const player = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`;
  return id ? { site: 'youtube', id, page: `https://www.youtube.com/watch?v=${id}`, player } : null;
};

const onVimeo = (host: string, segments: readonly string[]): Found | null => {
  if (host !== 'vimeo.com' && host !== 'player.vimeo.com') return null;
  const [first, second] = segments[0] === 'video' ? segments.slice(1) : segments;
  if (!first || !/^\d+$/.test(first)) return null;
  // Unlisted videos carry a second part; `dnt` keeps the player from following the reader.
  const hash = asId(second);
  const page = `https://vimeo.com/${first}${hash ? `/${hash}` : ''}`;
  const player = `https://player.vimeo.com/video/${first}?autoplay=1&dnt=1${hash ? `&h=${hash}` : ''}`;
  return { site: 'vimeo', id: first, page, player };
};

const onDailymotion = (host: string, segments: readonly string[]): Found | null => {
  if (host !== 'dai.ly' && host !== 'dailymotion.com') return null;
  const id = asId(host === 'dai.ly' ? segments[0] : segments[0] === 'video' ? segments[1] : null);
  const player = `https://geo.dailymotion.com/player.html?video=${id}&autoplay=true`;
  return id ? { site: 'dailymotion', id, page: `https://www.dailymotion.com/video/${id}`, player } : null;
};

/** PeerTube is many sites: known by the form of its addresses. */
const onPeerTube = (origin: string, segments: readonly string[]): Found | null => {
  const [first, second, third] = segments;
  const id = asId(first === 'w' ? second : first === 'videos' && second === 'watch' ? third : null);
  // Without sharing among viewers, which would tell each of the address of the others.
  const player = `${origin}/videos/embed/${id}?autoplay=1&p2p=0`;
  return id ? { site: 'peertube', id, page: `${origin}/w/${id}`, player } : null;
};

/** The video behind an address of a known site, or null. Only https. */
export const hostedVideo = (address: string): HostedVideo | null => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.port !== '') return null;
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const found =
    onYouTube(host, segments, url.searchParams) ??
    onVimeo(host, segments) ??
    onDailymotion(host, segments) ??
    onPeerTube(url.origin, segments);
  return found && { site: found.site, host, page: found.page, player: found.player };
};

/** Whether an address is a video file of our own. */
export const isOwnVideo = (address: string): boolean => /^\/media\/\S+\.(?:mp4|webm)$/.test(address);
