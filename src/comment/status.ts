/** A comment's status. Only `approved` is public; `withdrawn` is its author's decision, and final. */
export const statuses = ['pending', 'approved', 'rejected', 'spam', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

const moves: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['approved', 'rejected', 'spam', 'withdrawn'],
  approved: ['pending', 'rejected', 'spam', 'withdrawn'],
  rejected: ['pending', 'approved', 'spam', 'withdrawn'],
  spam: ['pending', 'approved', 'rejected', 'withdrawn'],
  withdrawn: [],
};

/** Whether a comment may go from one status to another. Staying is not a move. */
export const canMove = (from: Status, to: Status): boolean => moves[from].includes(to);

/** Why a moderator rejects a comment. Its author reads the reason on the receipt. Source: Coral's rejection reasons. */
export const rejectionReasons = [
  'offensive',
  'abusive',
  'spam',
  'illegal',
  'harassment',
  'misinformation',
  'hate-speech',
  'off-topic',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** What the author of a rejected comment is told. */
export type Told = { readonly reason?: RejectionReason; readonly note?: string };
