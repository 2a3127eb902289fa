export const isThere: (pid: number) => boolean;
export const statOf: (pid: number) => readonly string[] | undefined;
export const whenParentEnds: (parent: number, act: () => void) => void;
