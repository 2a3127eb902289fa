import type { FieldReason } from '../../comment/refusal.ts';
import type { Words } from './table.ts';

/** What exactly is wrong with a text or a name that was typed. */
export const reasonSentence = (
  sentences: Words['reasons']['text'],
  reason: FieldReason,
  typed: string,
): string => {
  switch (reason.kind) {
    case 'too-short':
      return sentences['too-short'](reason.limit);
    case 'too-long':
      return sentences['too-long'](reason.limit, Math.max(1, [...typed].length - reason.limit));
    default:
      return sentences[reason.kind];
  }
};
