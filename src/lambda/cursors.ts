import { Refusal } from '../comment/refusal.ts';
import type { Tokens } from '../tokens/tokens.ts';

/** Seals and opens positions in one list: a cursor fits no other list, filter, order or reader. */
export const cursorsOf = ({ cursor }: Tokens, ...list: readonly string[]) => ({
  /** Where to begin. @throws {Refusal} `invalid-cursor` */
  from: (token: string | undefined): { readonly from?: string } => {
    if (token === undefined) return {};
    const position = cursor.read(token, ...list);
    if (position === undefined)
      throw new Refusal(
        'invalid-cursor',
        'The cursor is damaged or belongs to another list: start again without it.',
      );
    return { from: position };
  },
  /** A page with its positions sealed. */
  sealed: <P extends { readonly next?: string; readonly previous?: string }>(page: P): P => {
    const seal = (name: 'next' | 'previous') => {
      const position = page[name];
      return position === undefined ? {} : { [name]: cursor.issue(position, ...list) };
    };
    return { ...page, ...seal('next'), ...seal('previous') };
  },
});
