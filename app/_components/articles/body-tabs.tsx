import { useTranslations } from 'next-intl';
import { Children, isValidElement, type ReactElement, type ReactNode, useId } from 'react';

type TabProps = { title: string; children?: ReactNode };

const isTab = (child: ReactNode): child is ReactElement<TabProps> => isValidElement<TabProps>(child);

/** Variants of one passage, of which one is shown: radio buttons and a rule of the style sheet, no script. All are printed. */
export const TabsPart = ({ children }: { children?: ReactNode }) => {
  const t = useTranslations('articles');
  const name = useId();
  const tabs = Children.toArray(children).filter(isTab);
  return (
    <div className="tabs">
      <fieldset className="tabs-list">
        <legend className="sr-only">{t('tabs')}</legend>
        {tabs.map((tab, index) => (
          <label key={tab.key}>
            <input type="radio" name={name} value={index} defaultChecked={index === 0} />
            {tab.props.title}
          </label>
        ))}
      </fieldset>
      {tabs.map((tab, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and landmarks would need names apart
        <div key={tab.key} role="group" className="tabs-panel" data-tab={index} aria-label={tab.props.title}>
          {tab.props.children}
        </div>
      ))}
    </div>
  );
};
