import type { ReportReason } from '../../comment/abuse/report-reason.ts';
import type { Editor } from '../../comment/comment.ts';
import type { RefusalCode } from '../../comment/refusal.ts';
import type { RejectionReason } from '../../comment/status.ts';

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

/** What may be wrong with a text that a reader wrote. Limits and what is over them are in characters. */
type Reasons = {
  readonly missing: string;
  readonly invisible: string;
  readonly marks: string;
  readonly 'too-short': (limit: number) => string;
  readonly 'too-long': (limit: number, over: number) => string;
};

/** Every sentence of the pages, in one language. */
export type Words = {
  /** For Intl. */
  readonly locale: string;
  readonly comments: {
    readonly title: string;
    readonly counted: (count: number) => string;
    readonly none: string;
    readonly closed: string;
    readonly inReplyTo: string;
    readonly earlierComment: string;
    readonly reply: string;
    readonly replyTo: (author: string) => string;
    readonly report: string;
    readonly reportOf: (author: string) => string;
    readonly write: string;
    readonly more: string;
    /** Back to the first page. */
    readonly previous: string;
    readonly newest: string;
    /** Where there is none of the newest. */
    readonly noneLately: string;
    /** Before an article's title. */
    readonly onArticle: string;
    readonly fromStart: string;
    /** Instead of a comment that was asked for. */
    readonly gone: string;
    /** The badge of a comment by the newsroom. */
    readonly staff: string;
    /** For a changed text, by who changed it last. */
    readonly edited: Readonly<Record<Editor, string>>;
    /** In place of a removed comment that has replies. */
    readonly removed: string;
    readonly withdrawn: string;
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
    /** Folds fields that few readers need. */
    readonly more: string;
    /** Who reads comments before they appear. */
    readonly reading: string;
    readonly send: string;
  };
  readonly report: {
    readonly title: string;
    readonly why: string;
    readonly reasons: Readonly<Record<ReportReason, string>>;
    readonly note: string;
    readonly send: string;
    /** Who reads it. */
    readonly reading: string;
    readonly done: Message;
    /** When a report was refused: the page's title, and what to do. */
    readonly refused: {
      readonly title: string;
      readonly wait: (seconds: number) => string;
      /** Where the form can be sent again as it is, where it is to be corrected, and where there is none. */
      readonly again: string;
      readonly correct: string;
      readonly back: string;
    };
  };
  readonly refusal: {
    readonly title: string;
    /** The title when no comment was sent. */
    readonly nothing: string;
    /** How much of what was typed is on the page. */
    readonly kept: string;
    readonly partly: string;
    readonly lost: string;
    readonly correct: string;
    readonly wait: (seconds: number) => string;
    /** When nothing was sent; in so many seconds, where that is known. */
    readonly retry: (seconds?: number) => string;
    readonly reference: string;
    /** Before the path that replaces an earlier one: for whoever made the form. */
    readonly replaced: string;
  };
  /** Ways on from a page of ours. */
  readonly ways: {
    readonly toArticle: string;
    readonly toComments: string;
    readonly toSite: (name: string) => string;
  };
  readonly refusals: Readonly<Record<RefusalCode | 'internal-error', Message>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  /** A comment, a name, and a message to the moderators, where it is known what is wrong with them. */
  readonly reasons: Readonly<Record<'text' | 'author' | 'note', Reasons>>;
  readonly unknownField: (name: string) => string;
  /** Of the address of a page that was asked for. */
  readonly wrongParameter: (name: string) => string;
  readonly receipt: {
    readonly title: string;
    readonly published: Message;
    readonly pending: Message;
    readonly 'not-published': Message;
    readonly withdrawn: Message;
    /** For the same text sent again without proof of who sent it. */
    readonly received: Message;
    /** Replaces the usual advice when somebody's first comment waits. */
    readonly first: string;
    /** Before what checks objected to. */
    readonly because: string;
    /** Tells an author why their comment was rejected. */
    readonly rejectedFor: Readonly<Record<RejectionReason, string>>;
    /** Before what a moderator wrote to the author. */
    readonly note: string;
    /** What the address of the page is for. */
    readonly keep: string;
    readonly see: string;
    readonly sent: string;
  };
};
