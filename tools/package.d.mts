export const packageService: (directory?: string, args?: readonly string[]) => Promise<string>;
export const packageBundles: (directory: string, args?: readonly string[]) => string;
