export function regionOf(serviceDir: string, stage: string, asked: string | undefined): string | undefined;
