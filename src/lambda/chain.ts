import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { HttpEvent, Reply } from './http.ts';

/** What is known of a request when it arrives. */
export type Arrived = { readonly event: HttpEvent };

/**
 * One step of a request's way in: what it adds to what is known already. It runs as a middleware of middy's, and may refuse.
 * Nothing that is known is ever replaced.
 */
export type Layer<Needs extends object, Adds extends object> = (known: Needs) => Adds | Promise<Adds>;

/** Fails to compile with a reason: something the layer needs is missing, or it adds what is known already. */
type Fits<Known, Needs, Adds> = Known extends Needs
  ? keyof Known & keyof Adds extends never
    ? unknown
    : { readonly isKnownAlready: keyof Known & keyof Adds }
  : { readonly isMissing: Exclude<keyof Needs, keyof Known> };

/** A function's layers in the order they run. Each is checked against those before it when it is added. */
export type Chain<Known extends Arrived> = {
  readonly with: <Needs extends object, Adds extends object>(
    layer: Layer<Needs, Adds> & Fits<Known, Needs, Adds>,
  ) => Chain<Known & Adds>;
  /** What answers once all layers let the request through. */
  readonly handler: (answer: (known: Known) => Promise<Reply>) => MiddyfiedHandler<HttpEvent, Reply>;
};

/** Middleware around the layers: it sees the reply, or what went wrong and what was known by then. */
export type Around = MiddlewareObj<HttpEvent, Reply>;

/** A chain without layers, within what is around it; the first of those is the outermost. */
export const chain = (...around: readonly Around[]): Chain<Arrived> => {
  const stack = middy<HttpEvent, Reply>();
  for (const one of around) stack.use(one);
  return chainOn(stack, new WeakMap());
};

type Stack = MiddyfiedHandler<HttpEvent, Reply>;

/** @param known what is known of each request under way, for the function behind the layers */
const chainOn = <Known extends Arrived>(stack: Stack, known: WeakMap<HttpEvent, Arrived>): Chain<Known> => ({
  with: (layer) => {
    stack.use({
      before: async (request) => {
        const before = knownSoFar(request);
        const after = { ...before, ...(await layer(before as never)) };
        request.internal.known = after;
        known.set(request.event, after);
      },
    });
    return chainOn(stack, known);
  },
  handler: (answer) => stack.handler((event) => answer((known.get(event) ?? { event }) as Known)),
});

type Request = { readonly event: HttpEvent; readonly internal: Record<string, unknown> };

/** What was known of a request when it was answered or refused, as far as it got. */
export const knownSoFar = <Known extends Arrived>({ event, internal }: Request): Arrived & Partial<Known> =>
  (internal.known as (Arrived & Partial<Known>) | undefined) ?? ({ event } as Arrived & Partial<Known>);
