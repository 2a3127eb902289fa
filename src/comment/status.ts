/** Where a comment stands. Only `approved` is ever public; `withdrawn` is its author's word and final. */
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
