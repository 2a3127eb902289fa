// jest's environment of tests that Node itself loads (`native-runtime.mjs`): Node's own global object, as anywhere else. What a test file
// changed of it by jest's means, and of the process's environment, is as before when it ends.
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import './leave-at-once.mjs';

export default class NativeEnvironment {
  /** Where jest puts what it would give to a realm of a test file's own. */
  global = {};
  moduleMocker = new ModuleMocker(globalThis);
  #before = { console: globalThis.console, env: { ...process.env } };

  constructor({ projectConfig }, { console }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    globalThis.console = console;
  }

  async setup() {}

  /** The clock goes on before jest looks at it again, to see how long the file took. */
  handleTestEvent({ name }) {
    if (name === 'run_finish') this.#restore();
  }

  async teardown() {
    const { console, env } = this.#before;
    this.#restore();
    globalThis.console = console;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
  }

  #restore() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
  }

  /** There is no context beside Node's. */
  getVmContext() {
    return null;
  }
}
