import type { Editor } from '../../../comment/comment.ts';
import type { AppealAnswer } from '../../../moderation/author/appeal.ts';

/** What authors may do with a comment of theirs, on its receipt. */
export type OwnWords = {
  /** How long it may still be withdrawn, as a duration and as a time of the day, and whether its text may be changed, too. */
  readonly timeLeft: (duration: string, until: string, isEditable: boolean) => string;
  readonly edit: string;
  readonly editText: string;
  readonly editHint: string;
  readonly save: string;
  /** After the text was changed. */
  readonly saved: string;
  /** Before a text that can no longer be sent. */
  readonly keptText: string;
  /** Before the address of the receipt's page. */
  readonly address: string;
  readonly withdraw: string;
  readonly withdrawHint: string;
  readonly doWithdraw: string;
  readonly appeal: string;
  /** Where an appeal may follow what is said. */
  readonly mayAppeal: string;
  /** Of what waits rather than of a rejection. */
  readonly stillWaiting: string;
  readonly appealText: string;
  readonly appealHint: string;
  readonly doAppeal: string;
  /** The appeal that was made, before its time, and its answer. */
  readonly appealed: string;
  readonly appealWaits: string;
  readonly answers: Readonly<Record<AppealAnswer, string>>;
  /** Why something was refused, where that is not said as of a comment that is sent. */
  readonly refused: {
    /** Of a text, and of a request for a second look, with something wrong in it. */
    readonly edit: string;
    readonly appeal: string;
    /** Of one that its author took back. */
    readonly withdrawn: { readonly happened: string; readonly advice: string };
    readonly tooLarge: string;
    readonly again: string;
    readonly wait: (duration: string) => string;
  };
  readonly data: string;
  readonly exportOne: string;
  readonly exportAll: string;
  readonly eraseOne: string;
  readonly eraseAll: string;
  readonly eraseTitle: string;
  readonly eraseAllTitle: string;
  readonly eraseWhat: string;
  readonly eraseAllWhat: string;
  readonly eraseStays: string;
  readonly eraseFinal: string;
  readonly doErase: string;
  readonly doEraseAll: string;
  readonly keepIt: string;
  readonly erased: string;
  readonly erasedMany: (count: number) => string;
  readonly eraseMore: string;
  readonly goOn: string;
  readonly editedBy: Readonly<Record<Editor, string>>;
};
