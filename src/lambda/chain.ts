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
export const chain = (...around: readonly Around[]): Chain<Arrived> => chainOf(around, []);

type AnyLayer = Layer<never, object>;

const chainOf = <Known extends Arrived>(
  around: readonly Around[],
  layers: readonly AnyLayer[],
): Chain<Known> => ({
  with: (layer) => chainOf(around, [...layers, layer as AnyLayer]),
  handler: (answer) => {
    /** For the function, which is handed the event alone. */
    const knownOf = new WeakMap<HttpEvent, Known>();
    const stack = middy<HttpEvent, Reply>();
    for (const one of around) stack.use(one);
    for (const layer of layers) stack.use({ before: (request) => run(layer, request) });
    stack.before((request) => void knownOf.set(request.event, knownSoFar(request) as Known));
    return stack.handler((event) => answer(knownOf.get(event) as Known));
  },
});

type Request = { readonly event: HttpEvent; readonly internal: Record<string, unknown> };

const run = async (layer: AnyLayer, request: Request): Promise<void> => {
  const known = knownSoFar(request);
  request.internal.known = { ...known, ...(await layer(known as never)) };
};

/** What was known of a request when it was answered or refused, as far as it got. */
export const knownSoFar = <Known extends Arrived>({ event, internal }: Request): Arrived & Partial<Known> =>
  (internal.known as (Arrived & Partial<Known>) | undefined) ?? ({ event } as Arrived & Partial<Known>);
