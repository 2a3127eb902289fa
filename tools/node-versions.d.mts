export const isNewEnough: (version: string) => boolean;
