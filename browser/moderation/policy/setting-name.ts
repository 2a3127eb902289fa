import type { Words } from '../words/vocabulary.ts';

type Names = Readonly<Record<string, string>>;
type Sections = Readonly<Record<string, { readonly title: string; readonly labels: Names }>>;

/**
 * What the form calls a place of the policy, with or without `policy.` before it: `Liens › Liens à partir desquels …`, of a list with the
 * entry's number. A place that the form does not have keeps its name in the document.
 */
export const settingName = ({ policy }: Words, place: string): string => {
  const [section = '', name = '', entry] = place.replace(/^policy\./, '').split('.');
  const { title, labels } =
    section === 'checks'
      ? { title: policy.modes.title, labels: policy.checks as Names }
      : ((policy.settings as Sections)[section] ?? { title: '', labels: {} });
  const label = labels[name];
  if (label === undefined) return place;
  return `${title} › ${label}${entry === undefined ? '' : ` (${Number(entry) + 1})`}`;
};

/** The name of the control for a place of the policy: a list has one for all its entries. */
export const controlName = (place: string): string => place.split('.').slice(0, 3).join('.');
