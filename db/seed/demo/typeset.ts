import { frenchTypography } from '@/domain/articles/typography';
import type { LocalisedText } from '@/domain/people/localised';

/** Sets the French half of a demo text by the rules of French typography, as an editor's keyboard would. */
export const typeset = (text: LocalisedText): LocalisedText => ({ ...text, fr: frenchTypography(text.fr) });
