import { parentPort, workerData } from 'node:worker_threads';

// Runs one function's bundle in a thread of its own, as Lambda's runtime does in a process.

export type Call = {
  readonly id: string;
  readonly payload: string;
  /** When the function's time is up. */
  readonly deadline: number;
};
export type Answer = { readonly id: string } & ({ readonly result: string } | { readonly error: string });
export type WorkerSetup = { readonly url: string; readonly name: string; readonly memoryMb: number };

type Context = ReturnType<typeof contextOf>;
type Handler = (event: unknown, context: Context) => Promise<unknown>;

const { url, name, memoryMb } = workerData as WorkerSetup;
const { handler } = (await import(url)) as { handler: Handler };

parentPort?.on('message', async (call: Call) => {
  parentPort?.postMessage(await answerTo(call));
});

const answerTo = async (call: Call): Promise<Answer> => {
  const { id, payload } = call;
  try {
    const result = await handler(JSON.parse(payload), contextOf(call));
    return { id, result: JSON.stringify(result ?? null) };
  } catch (error) {
    return { id, error: placeOf(error) };
  }
};

const contextOf = ({ id, deadline }: Call) => ({
  awsRequestId: id,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  memoryLimitInMB: String(memoryMb),
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

/** What an error is and where it came from; never what it says, which may quote what people typed. */
const placeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.indexOf('\n    at ') ?? -1;
  return `${error.name}${frames < 0 ? '' : error.stack?.slice(frames)}`;
};
