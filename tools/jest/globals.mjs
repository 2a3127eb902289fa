// What tests import from @jest/globals. Modules that several test files share are loaded once, so each of these passes on to the test file at hand.
let atHand = {};

/** @param globals jest's functions, by name */
export const setGlobals = (globals) => {
  atHand = globals;
};

const passingOn = (name) =>
  new Proxy(() => {}, {
    get: (_, key) => atHand[name][key],
    apply: (_, self, given) => atHand[name].apply(self, given),
  });

const names = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'jest', 'test'];
export const [afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test] =
  names.map(passingOn);
