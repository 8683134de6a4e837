import { describe, expect, it } from 'vitest';
import { hostedVideo, isOwnVideo } from './videos';

const YOUTUBE = 'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE?autoplay=1&rel=0';

describe('hostedVideo', () => {
  it.each([
    ['https://www.youtube.com/watch?v=M7lc1UVf-VE', 'youtube', YOUTUBE],
    ['https://youtu.be/M7lc1UVf-VE?t=12', 'youtube', YOUTUBE],
    ['https://m.youtube.com/shorts/M7lc1UVf-VE', 'youtube', YOUTUBE],
    ['https://www.youtube-nocookie.com/embed/M7lc1UVf-VE', 'youtube', YOUTUBE],
    ['https://vimeo.com/76979871', 'vimeo', 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1'],
    ['https://vimeo.com/76979871/ab12cd', 'vimeo', 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=ab12cd'],
    ['https://player.vimeo.com/video/76979871', 'vimeo', 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1'],
    [
      'https://www.dailymotion.com/video/x84sh87',
      'dailymotion',
      'https://geo.dailymotion.com/player.html?video=x84sh87&autoplay=true',
    ],
    ['https://dai.ly/x84sh87', 'dailymotion', 'https://geo.dailymotion.com/player.html?video=x84sh87&autoplay=true'],
    ['https://tube.example/w/9c9de5e8', 'peertube', 'https://tube.example/videos/embed/9c9de5e8?autoplay=1&p2p=0'],
    [
      'https://tube.example/videos/watch/9c9de5e8-0a1e',
      'peertube',
      'https://tube.example/videos/embed/9c9de5e8-0a1e?autoplay=1&p2p=0',
    ],
  ])('knows %s', (address, site, player) => {
    expect(hostedVideo(address)).toMatchObject({ site, player });
  });

  it.each([
    'http://www.youtube.com/watch?v=M7lc1UVf-VE',
    'https://www.youtube.com/channel/abc',
    'https://www.youtube.com/watch?v=<script>',
    'https://evil.example/embed/x',
    'https://user@tube.example/w/abcdef',
    'https://tube.example:8443/w/abcdef',
    'https://vimeo.com/about',
    'javascript:alert(1)',
    '/media/x.mp4',
    'no address',
  ])('does not know %s', (address) => {
    expect(hostedVideo(address)).toBeNull();
  });
});

it.each([
  ['/media/videos/a.mp4', true],
  ['/media/a.webm', true],
  ['/media/a.svg', false],
  ['https://x.example/a.mp4', false],
])('isOwnVideo(%s) is %s', (address, expected) => {
  expect(isOwnVideo(address)).toBe(expected);
});
