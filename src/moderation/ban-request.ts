import type { Ban, BanKind } from '../comment/abuse/ban.ts';
import type { CommentId } from '../comment/comment.ts';

/** What a moderator asks for: a value, in the form it is digested in, or whoever sent a comment. */
export type BanRequest = Pick<Ban, 'effect' | 'reason' | 'until'> &
  (
    | { readonly kind: Exclude<BanKind, 'author'>; readonly value: string }
    | {
        readonly kind: Exclude<BanKind, 'domain'>;
        readonly article: string;
        readonly comment: CommentId;
        /** Of a network: whether the whole /24 is meant. */
        readonly isRange: boolean;
      }
  );
