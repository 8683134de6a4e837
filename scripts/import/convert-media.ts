import { hostedVideo } from '@/domain/articles/videos';
import { type Context, sizeLost } from './convert-inline';
import { type ForeignNode, type OurNode, wordsOf } from './nodes';
import { component, link, paragraph } from './ours';

const within = (node: ForeignNode, name: string): ForeignNode | undefined => {
  if (node.name === name) return node;
  for (const child of node.children ?? []) {
    const found = within(child, name);
    if (found) return found;
  }
  return undefined;
};

const pictureIn = (node: ForeignNode): { src: string; alt: string } | undefined => {
  const found = within(node, 'img');
  if (found) return { src: found.attributes?.src ?? '', alt: found.attributes?.alt ?? '' };
  if (node.type === 'image') return { src: node.url ?? '', alt: node.alt ?? '' };
  for (const child of node.children ?? []) {
    const inner = pictureIn(child);
    if (inner) return inner;
  }
  return undefined;
};

export function figure(node: ForeignNode, context: Context): OurNode[] {
  const picture = pictureIn(node);
  const captioned = within(node, 'figcaption');
  if (!picture) return context.flow(node.children ?? []);
  sizeLost(within(node, 'img')?.attributes ?? {}, node.line, context);
  const caption = captioned ? wordsOf([captioned]) : '';
  return [
    component(
      'Screenshot',
      { src: picture.src, alt: picture.alt || caption || ' ', caption: caption === picture.alt ? '' : caption },
      [],
      node.line,
    ),
  ];
}

/** A video of a site we show videos of stays one; any other film or page inside this one is led to by a link. */
export function embedded(node: ForeignNode, context: Context): OurNode[] {
  const { attributes = {}, children = [], line, name } = node;
  const film =
    /youtube/i.test(name ?? '') && attributes.id ? `https://www.youtube.com/watch?v=${attributes.id}` : undefined;
  const address =
    film ?? attributes.url ?? attributes.src ?? within({ ...node, name: '' }, 'source')?.attributes?.src ?? '';
  if (address === '') return [];
  const named = /video player/i.test(attributes.title ?? '') ? '' : (attributes.title ?? '');
  const title = named || wordsOf(children) || address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$/, '');
  const video = hostedVideo(address.replace(/^(?:http:)?\/\//, 'https://'));
  if (video) {
    if (!named) context.losses.add(context.file, line, address, 'a video without a title; its address stands for it');
    return [component('Video', { src: video.page, title }, [], line)];
  }
  context.losses.add(
    context.file,
    line,
    `<${name === 'x-embed' ? 'embed' : name}> ${address}`,
    'shown by a link instead of inside the page',
  );
  return [paragraph([link(address, title, line)], line)];
}
