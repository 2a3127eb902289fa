import { types } from 'node:util';

/**
 * Jest runs modules in a realm of their own, so errors that Node makes (a refused or reset connection) are no
 * `instanceof Error` there, and code that asks that way fails. This makes them errors again, as outside.
 */
export const knowNodesErrors = (): void => {
  const isInstance = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, error: unknown) {
      return isInstance.call(this as never, error) || (this === Error && types.isNativeError(error));
    },
  });
};
