/** What a reason is about; a sentence is made of each, see `sentences`. */
export const subjects = [
  'words',
  'link',
  'name',
  'page',
  'contact',
  'disguise',
  'title',
  'form',
  'site',
  'all',
] as const;
export type Subject = (typeof subjects)[number];

/** What a kept trace is about; undefined for that of another check. */
export const subjectIn = (term: string): Subject | undefined => {
  const [stated] = term.split(': ', 1);
  return subjects.find((one) => one === stated);
};
