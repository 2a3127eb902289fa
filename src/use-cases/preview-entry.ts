import type { Comment } from '../comment/comment.ts';
import {
  type EntryPreview,
  isComparable,
  matcherOf,
  type PreviewList,
  readEntry,
} from '../screening/preview.ts';
import type { ListRecent } from '../storage/comment-store.ts';

/** Comments that an entry is held against. */
const COMMENTS_MAX = 200;

export type EntryQuestion = {
  readonly site: string;
  readonly list: PreviewList;
  /** In the form in which the list keeps it. */
  readonly entry: string;
  /** The pseudonym of the e-mail that the entry would be. */
  readonly emailKey: string;
};

type Deps = { readonly store: ListRecent; readonly now: () => number };

/** How an entry of a list is read, and which of the site's newest comments it would match. */
export const previewEntry = async ({ store, now }: Deps, question: EntryQuestion): Promise<EntryPreview> => {
  const { list, entry } = question;
  const read = readEntry(list, entry);
  if (!isComparable(list, read.reading))
    return { list, entry, ...read, compared: 0, isPartial: false, matches: [] };

  const recent = await store.listRecent({ site: question.site, now: now(), limit: COMMENTS_MAX });
  const { isPartial } = recent;
  const compared = recent.comments.filter(({ status }) => status !== 'withdrawn');
  const matches = matchesIn(compared, question);
  return { list, entry, ...read, compared: compared.length, isPartial, matches };
};

const matchesIn = (
  comments: readonly Comment[],
  { list, entry, emailKey }: EntryQuestion,
): EntryPreview['matches'] => {
  if (list === 'emails')
    return comments
      .filter((comment) => comment.emailKey === emailKey)
      .map((comment) => ({ comment, found: undefined }));
  if (list === 'networks') return [];
  const match = matcherOf(list, entry);
  return comments.flatMap((comment) => {
    const found = match(comment);
    return found ? [{ comment, found }] : [];
  });
};
