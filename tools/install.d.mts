/** Brings `node_modules` of a folder in line with its lock file. Ends the process with npm's exit code when npm fails. */
export function installMissing(root: string, options?: { readonly omitsDev?: boolean }): void;
