import { appealedStatuses } from '../../../moderation/author/appeal.ts';
import type { AppealedComment } from '../../comment-store.ts';

/** The name, in the map of what a queue adds, under which an entry of `appeals` tells of its appeal. */
export const APPEAL = 'appeal';

/** `rejected;Why, in the author's words`. */
export const writeAppeal = ({ status, text = '' }: AppealedComment): string => `${status};${text}`;

export const readAppeal = (written: string): AppealedComment => {
  const at = written.indexOf(';');
  const text = written.slice(at + 1);
  const status = appealedStatuses.find((name) => name === written.slice(0, at)) ?? 'rejected';
  return { status, ...(text === '' ? {} : { text }) };
};
