export function isProxy(text: string): boolean;
