/** A place in a window, taken until its time is over or it is given back; or when there is one again, in milliseconds since 1970. A write unit each. */
export type WindowPlace = TakenPlace | { readonly isTaken: false; readonly freeAt: number };
export type TakenPlace = { readonly isTaken: true; readonly giveBack: () => Promise<void> };
