// Where the functions' thread begins: in plain JavaScript, so that with a warm cache nothing has to load the stripper of types.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.compileCache !== undefined) enableCompileCache(workerData.compileCache);
await import('./answer-calls.ts');
