import { resolve } from 'node:path';

/**
 * Where threads of tests keep compiled code, as those of `npm start` do. Without it each of them strips types anew by WebAssembly, and
 * V8 ends the process now and then when threads that do so come and go. Source: https://github.com/nodejs/node/issues/64500
 */
export const compileCache = resolve('node_modules/.cache/compiled');
