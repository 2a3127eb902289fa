import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../src/comment/refusal.ts';
import { JobRefusal } from '../../src/retention/job-refusal.ts';
import { packBody } from './answer-body.ts';
import type { Answer, Call, FromThread, Logged, ThreadSetup, ToThread } from './messages.ts';
import { openServices } from './services.ts';

// Runs all functions concurrently in one thread, where Lambda's runtime runs each in its own process.

type Handler = (event: unknown, context: ReturnType<typeof contextOf>) => Promise<unknown>;

const { folder, extension } = workerData as ThreadSetup;
const isPlain = (said: unknown): said is Logged =>
  typeof said === 'object' && said !== null && Object.getPrototypeOf(said) === Object.prototype;
const say = (message: FromThread, moved: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, moved);
for (const level of ['info', 'error'] as const) {
  const print = console[level].bind(console);
  // Functions log objects, for Lambda's JSON log format.
  console[level] = (said: unknown, ...more: readonly unknown[]) =>
    isPlain(said) ? say({ logged: said }) : print(said, ...more);
}
const services = openServices(() => say('wanted'));

const handlers = new Map<string, Handler>();

/** Kept, since importing a module that is loaded takes time as well. */
const handlerOf = async (name: string): Promise<Handler> => {
  const known = handlers.get(name);
  if (known) return known;
  const { href } = pathToFileURL(join(folder, `${name}${extension}`));
  const { handler } = (await import(href)) as { handler: Handler };
  handlers.set(name, handler);
  return handler;
};

/** Errors of a service, and of a function that does not load, keep their messages, which are our own. */
const answerTo = async (call: Call): Promise<Answer> => {
  const { id, name, event } = call;
  let describe = sentenceOf;
  try {
    const service = services[name];
    const run = service ?? (await handlerOf(name));
    if (!service) describe = placeOf;
    return { id, ...packBody((await run(event as never, contextOf(call))) ?? null) };
  } catch (error) {
    return { id, error: describe(error) };
  }
};

const contextOf = ({ name, memoryMb, deadline }: Call) => ({
  awsRequestId: randomUUID(),
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  memoryLimitInMB: String(memoryMb),
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

/** A refusal's message is for readers; its cause is for the operator. */
const sentenceOf = (error: unknown): string => {
  if (error instanceof Refusal && error.cause instanceof Error)
    return `The database cannot be used: ${error.cause.message}.`;
  return error instanceof Error ? error.message : String(error);
};

/**
 * An error's name, its cause's and its stack, never its message, which may quote what people typed. A job's refusal keeps its message, and so
 * does a database that cannot be used.
 */
const placeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof JobRefusal) return error.message;
  if (error instanceof Refusal && error.code === 'storage-unavailable') return sentenceOf(error);
  const frames = error.stack?.indexOf('\n    at ') ?? -1;
  const cause = error.cause instanceof Error ? ` (${error.cause.name})` : '';
  return `${error.name}${cause}${frames < 0 ? '' : error.stack?.slice(frames)}`;
};

parentPort?.on('message', (message: ToThread) => {
  if (message === 'ping') return say('pong');
  void answerTo(message).then((answer) => {
    try {
      say(answer, 'body' in answer ? [answer.body.buffer] : []);
    } catch {
      // A result that cannot be cloned could not be serialised to JSON on Lambda either.
      say({ id: answer.id, error: 'The result is not made of plain values.' });
    }
  });
});
