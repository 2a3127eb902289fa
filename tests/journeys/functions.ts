import { inTurn } from '../clock.ts';

/** How often functions were started anew. */
let starts = 0;

/** Has every function start with its next event, with what the environment says then. */
export const startAnew = (): void => {
  starts += 1;
};

/** A function's handler: its first event starts it. */
export const start = async (name: string) => (await import(`../../handlers/${name}.ts?${starts}`)).handler;

/** Gives a function an event, as Lambda does. */
export const invoke = async (name: string, event: unknown): Promise<any> => {
  const handler = await start(name);
  return inTurn(() => handler(event, { getRemainingTimeInMillis: () => 30_000, awsRequestId: 'request' }));
};
