import { useFormat } from '@/app/_i18n/use-format';

/** Says how long a video is that front matter gives as minutes and seconds: `2:40` is "2 min 40 s", `0:06` is "6 s". */
export const useDuration = (): ((duration: string) => string) => {
  const format = useFormat();
  return (duration) => {
    const [minutes = 0, seconds = 0] = duration.split(':').map(Number);
    const parts = [
      ...(minutes > 0 ? [format.number(minutes, { style: 'unit', unit: 'minute' })] : []),
      ...(seconds > 0 || minutes === 0 ? [format.number(seconds, { style: 'unit', unit: 'second' })] : []),
    ];
    return parts.join('\u00a0');
  };
};
