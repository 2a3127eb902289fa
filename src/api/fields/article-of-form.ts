/**
 * Which article a form is about, as it was written: its field `article`, else the one that its action names in the query, else
 * WordPress's number. More than one when the action names several, and it is the action that counts.
 */
export const articlesOfForm = (
  fields: ReadonlyMap<string, string>,
  ofAction: readonly string[],
): readonly string[] => {
  const field = (name: string) => [fields.get(name) ?? ''].filter(isGiven);
  const named = [field('article'), [...new Set(ofAction.filter(isGiven))], field('comment_post_ID')];
  return named.find((some) => some.length > 0) ?? [];
};

const isGiven = (article: string): boolean => article.trim() !== '';
