import type { RefusalCode } from '../../comment/refusal.ts';

/** What happened, and what the reader can do about it. */
type Message = { readonly happened: string; readonly advice: string };

/** The fields of the form, and the two ids of its address. */
export type FieldName =
  | 'article'
  | 'author'
  | 'email'
  | 'formToken'
  | 'link'
  | 'parent'
  | 'proof'
  | 'text'
  | 'title'
  | 'url'
  | 'visitor';

/** Every sentence of the pages, in one language. */
export type Words = {
  /** For Intl. */
  readonly locale: string;
  /** Whose clock times are shown by when the site names none. */
  readonly timeZone: string;
  readonly comments: {
    readonly title: string;
    readonly counted: (count: number) => string;
    readonly none: string;
    readonly closed: string;
    readonly inReplyTo: string;
    readonly earlierComment: string;
    readonly reply: string;
    readonly replyTo: (author: string) => string;
    readonly more: string;
  };
  readonly form: {
    readonly title: string;
    readonly author: string;
    readonly email: string;
    readonly emailHint: string;
    readonly url: string;
    readonly text: string;
    readonly optional: string;
    readonly consent: string;
    readonly honeypot: string;
    readonly send: string;
  };
  readonly refusal: {
    readonly title: string;
    /** The title when no comment was sent. */
    readonly nothing: string;
    readonly kept: string;
    readonly lost: string;
    readonly correct: string;
    readonly wait: (seconds: number) => string;
    readonly reference: string;
    readonly back: string;
  };
  readonly refusals: Readonly<Record<RefusalCode | 'internal-error', Message>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly unknownField: (name: string) => string;
  readonly receipt: {
    readonly title: string;
    readonly published: Message;
    readonly pending: Message;
    readonly 'not-published': Message;
    readonly withdrawn: Message;
    /** To whoever sends the same words again, and cannot be told from somebody else. */
    readonly received: Message;
    readonly because: string;
    readonly see: string;
    readonly toArticle: string;
    readonly sent: string;
  };
};
