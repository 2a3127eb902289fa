import type { BuildOptions, Metafile } from 'esbuild';

export const options: BuildOptions;
export const bundle: (outdir?: string) => Promise<{ readonly names: string[]; readonly metafile: Metafile }>;
