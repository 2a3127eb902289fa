import type { Comment } from '../wire.ts';
import type { Words } from '../words/vocabulary.ts';

/** An erased comment keeps its place alone. */
export const isErased = ({ author }: Pick<Comment, 'author'>): boolean => author.name === '';

/** What the author of a comment is called, or why they have no name any more. */
export const authorName = (comment: Pick<Comment, 'author'>, { erased }: Words['queue']): string =>
  isErased(comment) ? erased : comment.author.name;

/** What an article is called wherever it is named. */
export const articleName = ({ id, title }: Pick<Comment['article'], 'id' | 'title'>): string => title ?? id;

/** What a check is called wherever it is named, by the names that the policy's form has for them. */
export const checkName = ({ policy, queue }: Words, check: string): string =>
  (policy.checks as Readonly<Record<string, string>>)[check] ?? queue.decidedChecks[check] ?? check;

/** All checks that may have objected, by their names. */
export const checkNames = (words: Words): readonly (readonly [string, string])[] =>
  [...Object.keys(words.policy.checks), ...Object.keys(words.queue.decidedChecks)]
    .map((check) => [check, checkName(words, check)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other));
