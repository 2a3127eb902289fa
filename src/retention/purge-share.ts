/** A purge of so few removes them, whatever they are a share of: a small site's whole queue may be due in one hour. */
const FEW = 20;
/** Of all that a site has stored. What falls due from one day to the next is well below. */
const SHARE_MAX = 0.2;

/** Whether removing so much of a site is more likely a wrong clock than retention. @param stored how many comments there are, those due included */
export const isSuspicious = (due: number, stored: number): boolean => due > FEW && due > SHARE_MAX * stored;
