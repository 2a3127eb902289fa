/** What a reason can be about. Every language has a sentence for each. */
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

/** The subject of a stored trace; undefined for the trace of another check. */
export const subjectIn = (term: string): Subject | undefined => {
  const [stated] = term.split(': ', 1);
  return subjects.find((one) => one === stated);
};
