export const packageService: (directory?: string, args?: readonly string[]) => Promise<string>;
