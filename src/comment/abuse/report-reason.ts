/** Why a reader reports a comment. */
export const reportReasons = [
  ...(['spam', 'offensive', 'harassment', 'hate-speech'] as const),
  ...(['misinformation', 'illegal', 'off-topic', 'other'] as const),
] as const;
export type ReportReason = (typeof reportReasons)[number];
/** Reasons that name an offence: who keeps the site has to look at one such notice (Digital Services Act, art. 16). */
export const offences: readonly ReportReason[] = ['harassment', 'hate-speech', 'illegal'];
