export const packageBundles: (directory: string, args?: readonly string[]) => string;
