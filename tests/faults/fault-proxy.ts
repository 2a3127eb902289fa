import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { carryOut, operationOf, type Sender } from '../../local/serve-engine.ts';

/** What may happen to a call on its way: refused, changed nothing; or carried out and the answer lost. */
export type Mode =
  | 'throttle'
  | 'conflict'
  | 'error'
  | 'reset'
  | 'lost-ack'
  | 'linger'
  | 'slow'
  | 'hang'
  | 'unprocessed'
  | 'starve'
  | 'cut-page';

export type Fault = {
  readonly mode: Mode;
  /** Which calls: an operation's name (`PutItem`), and a text that stands in its body, or any. */
  readonly op?: string;
  readonly having?: string;
  /** How many of them, after how many that pass. */
  readonly times?: number;
  readonly after?: number;
};

export type Call = {
  readonly op: string;
  readonly mode: Mode | undefined;
  /** Calls that ran side by side are one trip. */
  readonly trip: number;
  units: { reads: number; writes: number };
};

export type FaultProxy = {
  readonly endpoint: string;
  readonly calls: Call[];
  readonly inject: (fault: Fault) => void;
  /** Asks before every call which fault it meets, if any. */
  readonly weather: (of: ((op: string) => Mode | undefined) | undefined) => void;
  /** No faults from here on, and no calls so far. */
  readonly calm: () => void;
  readonly stop: () => Promise<void>;
};

/** A slow answer comes after the client lost its patience; one that lingers, after all that were asked beside it. */
const PAUSES_MS: Partial<Record<Mode, number>> = { slow: 1_700, linger: 20 };
/** Turns of the event loop: what was asked beside a call needs a handful of them to arrive. */
const TURNS = 20;
const BODY_MAX = 2_000_000;
const WRITES = /^(Put|Update|Delete|Transact)/;

/** Stands between the functions and the database, counts what calls cost and lets them go wrong as told. */
export const startFaultProxy = async (database: Sender): Promise<FaultProxy> => {
  const faults: { fault: Fault; passed: number; left: number }[] = [];
  const calls: Call[] = [];
  let weather: ((op: string) => Mode | undefined) | undefined;
  let underWay = 0;
  let trip = 0;

  const modeOf = (op: string, body: string): Mode | undefined => {
    for (const entry of faults) {
      const { mode, op: only = op, having = '', after = 0 } = entry.fault;
      if (only !== op || !body.includes(having) || entry.left === 0) continue;
      entry.passed += 1;
      if (entry.passed <= after) continue;
      entry.left -= 1;
      return mode;
    }
    return weather?.(op);
  };

  /** Calls that never reach the engine. */
  const refuse: Partial<Record<Mode, (op: string, body: any, answer: ServerResponse) => void>> = {
    throttle: (_, __, answer) => say(answer, 400, problem('ProvisionedThroughputExceededException')),
    error: (_, __, answer) => say(answer, 500, problem('InternalServerError')),
    conflict: (op, body, answer) => say(answer, 400, conflict(op, body)),
    starve: (_, { RequestItems }, answer) =>
      say(answer, 200, JSON.stringify({ UnprocessedKeys: RequestItems })),
    reset: (_, __, answer) => void answer.destroy(),
    hang: () => undefined,
  };

  const pass = async (call: Call, body: any, answer: ServerResponse) => {
    const left = curtail(body, call.mode);
    const metered = JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' });
    const { status, text } = await carryOut(database, call.op, metered);
    call.units = unitsOf(call.op, text);
    if (call.mode) await pause(call.mode);
    if (call.mode === 'lost-ack') answer.destroy();
    else say(answer, status, left ? JSON.stringify({ ...JSON.parse(text), UnprocessedKeys: left }) : text);
  };

  const handle = async (asked: IncomingMessage, answer: ServerResponse) => {
    const body = JSON.parse(await textOf(asked));
    const op = operationOf(asked);
    if (underWay === 0) trip += 1;
    underWay += 1;
    const call: Call = { op, mode: modeOf(op, JSON.stringify(body)), trip, units: { reads: 0, writes: 0 } };
    calls.push(call);
    const refusal = call.mode && refuse[call.mode];
    try {
      if (refusal) refusal(call.op, body, answer);
      else await pass(call, body, answer);
    } finally {
      underWay -= 1;
    }
  };

  const server = createServer((asked, answer) => {
    handle(asked, answer).catch(() => asked.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    inject: (fault) => faults.push({ fault, passed: 0, left: fault.times ?? Number.POSITIVE_INFINITY }),
    weather: (of) => {
      weather = of;
    },
    calm: () => {
      weather = undefined;
      faults.length = 0;
      calls.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** On a busy machine a short pause may be over before anything else had its turn. */
const pause = async (mode: Mode) => {
  await wait(PAUSES_MS[mode] ?? 0);
  for (let left = mode === 'linger' ? TURNS : 0; left > 0; left -= 1) await turn();
};

const textOf = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) throw new Error('Too large for a test.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const say = (answer: ServerResponse, status: number, body: string) => {
  if (answer.destroyed) return;
  answer.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'FAULT' });
  answer.end(body);
};

const problem = (type: string, more: object = {}) =>
  JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'injected', ...more });

const conflict = (op: string, { TransactItems = [] }: { TransactItems?: unknown[] }) => {
  if (op !== 'TransactWriteItems') return problem('TransactionConflictException');
  const reasons = TransactItems.map((_, at) => ({ Code: at === 0 ? 'TransactionConflict' : 'None' }));
  return problem('TransactionCanceledException', { CancellationReasons: reasons });
};

/** Makes less of a request than was asked for; of a batch, all keys but the first are left for later. */
const curtail = (body: any, mode: Mode | undefined) => {
  if (mode === 'cut-page') body.Limit = 1;
  if (mode !== 'unprocessed') return undefined;
  const left: Record<string, { Keys: unknown[] }> = {};
  for (const [table, asked] of Object.entries<{ Keys: unknown[] }>(body.RequestItems ?? {})) {
    const rest = asked.Keys.splice(1);
    if (rest.length > 0) left[table] = { Keys: rest };
  }
  return left;
};

const unitsOf = (op: string, text: string) => {
  const { ConsumedCapacity = [] } = JSON.parse(text);
  const units = [ConsumedCapacity]
    .flat()
    .reduce((sum: number, one: { CapacityUnits?: number }) => sum + (one.CapacityUnits ?? 0), 0);
  return WRITES.test(op) ? { reads: 0, writes: units } : { reads: units, writes: 0 };
};
