// Entry point of the functions' thread: plain JavaScript, so that with a warm compile cache Node does not load its type stripper.
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

if (workerData.compileCache !== undefined) enableCompileCache(workerData.compileCache);
await import('./answer-calls.ts');
