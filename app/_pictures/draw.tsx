import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import sharp from 'sharp';
import { brand } from '@/app/_components/shell/brand';
import { drawable } from './drawable';
import { PICTURE_SIZE, type PictureFacts } from './facts';

/** The light theme's tokens: the drawing library knows neither variables nor `light-dark()`. */
const COLOURS = {
  paper: '#fbf9f5',
  line: '#e5ded2',
  ink: '#211f1b',
  soft: '#56514a',
  accent: '#1a6552',
  on: '#ffffff',
};

/** Of fonts with one name the drawing library knows only one: each part of the family has a name of its own. */
const FAMILY = 'latin, latin-ext';
const FONTS = [
  { part: 'latin', weight: 400 },
  { part: 'latin', weight: 600 },
  { part: 'latin-ext', weight: 400 },
  { part: 'latin-ext', weight: 600 },
] as const;

/** Beside the program, in the package that pages take their headings' font from. */
const fontFile = (part: string, weight: number): string =>
  join(
    process.cwd(),
    'node_modules/@fontsource/bricolage-grotesque/files',
    `bricolage-grotesque-${part}-${weight}-normal.woff`,
  );

let loading: Promise<{ name: string; data: Buffer; weight: 400 | 600; style: 'normal' }[]> | undefined;

/** Read once: they are small and never change. */
const fonts = () => {
  loading ??= Promise.all(
    FONTS.map(async ({ part, weight }) => ({
      name: part,
      data: await readFile(fontFile(part, weight)),
      weight,
      style: 'normal' as const,
    })),
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

const Mark = () => (
  <svg width={64} height={64} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    <rect x="3" y="3" width="26" height="26" rx="8" fill={COLOURS.accent} />
    <path d="M10 19v-4.5a6 6 0 0 1 12 0V19" stroke={COLOURS.on} strokeWidth="2.4" strokeLinecap="round" />
    <path d="M7.5 22.5h17" stroke={COLOURS.on} strokeWidth="2.4" strokeLinecap="round" />
  </svg>
);

/** From so many letters on, a title is set smaller, so that it stays on four lines. */
const SIZES = [
  { upTo: 45, px: 84 },
  { upTo: 80, px: 70 },
  { upTo: Number.POSITIVE_INFINITY, px: 56 },
] as const;

const sizeFor = (title: string): number => SIZES.find(({ upTo }) => title.length <= upTo)?.px ?? 56;

const Drawing = ({ facts }: { facts: PictureFacts }) => {
  const title = drawable(facts.title) || drawable(brand.name);
  const above = drawable(facts.above ?? '');
  const tagline = drawable(brand.tagline[facts.locale]);
  return (
    <div
      lang={facts.locale}
      style={{
        ...{ display: 'flex', flexDirection: 'column', width: '100%', height: '100%' },
        ...{ padding: '60px 76px 52px', background: COLOURS.paper, color: COLOURS.ink, fontFamily: FAMILY },
        borderLeft: `20px solid ${COLOURS.accent}`,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center' }}>
        <Mark />
        <div style={{ marginLeft: 20, fontSize: 38, fontWeight: 600 }}>{drawable(brand.name)}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }}>
        {above === '' ? null : (
          <div style={{ marginBottom: 18, fontSize: 34, fontWeight: 600, color: COLOURS.accent }}>{above}</div>
        )}
        <div
          style={{
            ...{ display: 'block', fontSize: sizeFor(title), fontWeight: 600, lineHeight: 1.12 },
            ...{ letterSpacing: '-0.02em', lineClamp: 4, textWrap: 'balance' },
          }}
        >
          {title}
        </div>
      </div>
      {title === tagline ? null : (
        <div
          style={{
            ...{ display: 'flex', paddingTop: 24, borderTop: `2px solid ${COLOURS.line}` },
            ...{ fontSize: 28, fontWeight: 400, color: COLOURS.soft },
          }}
        >
          {tagline}
        </div>
      )}
    </div>
  );
};

/** A few flat colours and their edges: a palette holds them in a third of the bytes. */
const COLOURS_KEPT = 96;

/** The picture of a page, as PNG. */
export const drawPicture = async (facts: PictureFacts): Promise<Buffer> => {
  const picture = new ImageResponse(<Drawing facts={facts} />, { ...PICTURE_SIZE, fonts: await fonts() });
  return sharp(Buffer.from(await picture.arrayBuffer()))
    .png({ palette: true, colours: COLOURS_KEPT, effort: 4 })
    .toBuffer();
};
