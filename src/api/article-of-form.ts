/**
 * Which article a form is about, as it was written: its field `article`, else the one that its action names in the query, else
 * WordPress's number.
 */
export const articleOfForm = (fields: ReadonlyMap<string, string>, ofAction?: string): string | undefined =>
  fields.get('article') || ofAction || fields.get('comment_post_ID') || undefined;
