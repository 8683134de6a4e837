import { useId } from 'react';

/** How something works, in a few paragraphs under what it is about. */
export const Explained = ({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-16 max-w-reading border-t border-line pt-10">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <div className="prose mt-4">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
};
