/** A purge of at most this many comments is never suspicious: a small site's whole queue may be due in one hour. */
const FEW = 20;
/** The suspicious share of a site's comments. What falls due from one day to the next is well below it. */
const SHARE_MAX = 0.2;

/** Whether a purge is more likely caused by a wrong clock than by retention. @param stored how many comments there are, those due included */
export const isSuspicious = (due: number, stored: number): boolean => due > FEW && due > SHARE_MAX * stored;
