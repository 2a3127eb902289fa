// How jest loads modules, for a project that is native modules throughout: Node itself loads tests and sources, as it loads sources at
// `npm start`. A process loads each module once; jest would load all anew for each test file, in a realm of its own, which takes as long as
// half of the tests. So what a module remembers outlives a test file: handlers, which read the environment when they start, are
// imported by an address of their own for each start (`tests/journeys/functions.ts`).
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setGlobals } from './globals.mjs';

const require = createRequire(import.meta.url);
const GLOBALS = new URL('globals.mjs', import.meta.url).href;
/** What jest-circus keeps in the global object: its listeners, for whoever is loaded after it, and each test file's tests. */
const KEPT = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];
const MOCKS = ['fn', 'spyOn', 'restoreAllMocks'];
const TIMERS = [
  ...['useFakeTimers', 'useRealTimers', 'setSystemTime'],
  ...['advanceTimersByTime', 'advanceTimersByTimeAsync'],
];

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
});

const bound = (object, names) => Object.fromEntries(names.map((name) => [name, object[name].bind(object)]));

/** What jest and jest-circus 30 ask of a runtime. */
export default class NativeRuntime {
  constructor(_config, { moduleMocker, fakeTimersModern }) {
    this.jest = { ...bound(moduleMocker, MOCKS), ...bound(fakeTimersModern, TIMERS) };
  }

  /** jest-circus, anew for each test file: it holds the tests. */
  requireInternalModule(path) {
    delete require.cache[path];
    for (const kept of Object.getOwnPropertySymbols(globalThis))
      if (KEPT.includes(kept.description)) delete globalThis[kept];
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    setGlobals({ ...globals, jest: this.jest });
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }

  getSourceMaps() {
    return new Map();
  }

  enterTestCode() {}
  leaveTestCode() {}
  getAllCoverageInfoCopy() {}
  teardown() {}
}
