/** Why a reader reports a comment. */
export const reportReasons = [
  ...(['spam', 'offensive', 'harassment', 'hate-speech'] as const),
  ...(['misinformation', 'illegal', 'off-topic', 'other'] as const),
] as const;
export type ReportReason = (typeof reportReasons)[number];
