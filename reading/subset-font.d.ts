/** What we use of it; the types that others keep for it do not know `keepFeatures`. */
declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2';
    keepFeatures?: readonly string[];
    variationAxes?: Readonly<Record<string, { min: number; max: number }>>;
  };
  const subsetFont: (font: Buffer, text: string, options: Options) => Promise<Buffer>;
  export default subsetFont;
}
