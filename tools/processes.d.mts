export const isThere: (pid: number) => boolean;
export const whenParentEnds: (parent: number, act: () => void) => void;
