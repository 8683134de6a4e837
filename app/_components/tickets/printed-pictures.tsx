type Attached = { id: string; name: string; width: number | null; height: number | null };

/** A page of paper takes two pictures of this height (pixels of CSS) and some words. */
const MOST_HIGH = 420;
/** The text's width on paper. */
const MOST_WIDE = 640;

const fitted = (width: number, height: number) => {
  const share = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return { width: Math.round(width * share), height: Math.round(height * share) };
};

/** The pictures among the files of a message, as they stand on paper: whole, and there before anything is printed. */
export const PrintedPictures = ({ files }: { files: readonly Attached[] }) => (
  <>
    {files.map(({ id, name, width, height }) =>
      width && height ? (
        // biome-ignore lint/performance/noImgElement: private files are served through the session, not through an image optimiser
        <img
          key={id}
          src={`/api/files/${id}`}
          alt={name}
          {...fitted(width, height)}
          className="mt-3 block h-auto max-w-full rounded-sm border border-line"
        />
      ) : null,
    )}
  </>
);
