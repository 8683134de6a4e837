import { useTranslations } from 'next-intl';
import { Children, type ComponentProps, type ReactNode } from 'react';
import { media } from '@/server/kernel/content';
import { mediaAddress } from './media-address';

type HeadingProps = { id?: string; children?: ReactNode };

const heading = (Tag: 'h2' | 'h3' | 'h4') =>
  function Heading({ id, children }: HeadingProps) {
    const t = useTranslations('articles');
    // Named by its words alone: the link would otherwise be read as part of every heading.
    return (
      <Tag id={id} aria-labelledby={`${id}-t`}>
        <span id={`${id}-t`}>{children}</span>
        <a className="anchor" href={`#${id}`} aria-label={t('anchor')} data-print="no">
          #
        </a>
      </Tag>
    );
  };

export const HeadingTwo = heading('h2');
export const HeadingThree = heading('h3');
export const HeadingFour = heading('h4');

export const InnerHeading = ({ children }: HeadingProps) => <h4>{children}</h4>;

/** Links inside stay plain; those that leave say so to the browser they open. */
export const LinkPart = ({ href = '', children }: ComponentProps<'a'>) => (
  <a href={href} rel={/^https?:/.test(href) ? 'noopener' : undefined}>
    {children}
  </a>
);

/** A picture that holds its place before it has come. */
export const PicturePart = ({ src, alt = '' }: { src?: string; alt?: string }) => {
  const path = src ?? '';
  const size = media(path);
  return (
    // biome-ignore lint/performance/noImgElement: drawings are served as they are, and Next's Image is a client component
    <img
      src={mediaAddress(path)}
      alt={alt}
      width={size?.width ?? undefined}
      height={size?.height ?? undefined}
      loading="lazy"
      decoding="async"
    />
  );
};

/** A table scrolls inside a box of its own, which the keyboard can reach; a group, as landmarks would need names apart. */
export const TablePart = ({ children }: { children?: ReactNode }) => {
  const t = useTranslations('articles');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div role="group" className="table-scroll" aria-label={t('table')} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
};

/** The corner of a table names nothing: an empty head is a cell. */
export const HeadPart = ({ children, ...given }: ComponentProps<'th'>) =>
  Children.count(children) === 0 ? <td {...given} /> : <th {...given}>{children}</th>;

/** Code scrolls inside a box of its own, which the keyboard can reach. */
export const CodePart = ({ children }: { children?: ReactNode }) => {
  const t = useTranslations('articles');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <pre role="group" aria-label={t('code')} tabIndex={0}>
      {children}
    </pre>
  );
};
