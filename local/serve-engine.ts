import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as sdk from '@aws-sdk/client-dynamodb';
import type { Engine } from './engine/engine.ts';
import { close, listen } from './gateway/listen.ts';

/** What takes the SDK's commands: the engine, or a client of the SDK's. */
export type Sender = Pick<Engine, 'send'>;

const TYPE = 'application/x-amz-json-1.0';
const NAMESPACE = 'com.amazonaws.dynamodb.v20120810';

/**
 * The engine behind DynamoDB's own protocol, on this machine only: what the SDK's client is tested and measured against.
 * It does not check signatures.
 */
export const serveEngine = async (
  engine: Sender,
): Promise<{ readonly endpoint: string; readonly stop: () => Promise<void> }> => {
  const server: Server = createServer((request, response) => void answer(engine, request, response));
  const port = await listen(server, 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server, 0) };
};

const answer = async (engine: Sender, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { status, text } = await carryOut(engine, operationOf(request), Buffer.concat(chunks).toString());
  response.writeHead(status, { 'content-type': TYPE, 'content-length': Buffer.byteLength(text) }).end(text);
};

/** The name of the operation that a request asks for, `PutItem` and the like. */
export const operationOf = ({ headers }: IncomingMessage): string =>
  String(headers['x-amz-target']).split('.').at(-1) ?? '';

/** What DynamoDB would answer to a request of this body. */
export const carryOut = async (
  engine: Sender,
  operation: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> => {
  try {
    const { $metadata: _, ...output } = (await engine.send(commandOf(operation, body))) as unknown as {
      readonly $metadata: unknown;
    };
    return { status: 200, text: textOf(output) };
  } catch (error) {
    const { name, message, $fault, CancellationReasons, Item } = error as Record<string, unknown>;
    const problem = { __type: `${NAMESPACE}#${name}`, message, CancellationReasons, Item };
    return { status: $fault === 'client' ? 400 : 500, text: textOf(problem) };
  }
};

const commandOf = (operation: string, body: string): never => {
  const Command = (sdk as unknown as Record<string, new (input: unknown) => never>)[`${operation}Command`];
  if (!Command) throw new Error(`There is no operation ${operation}.`);
  return new Command(JSON.parse(body, withBytes));
};

/** The protocol carries bytes in base64. */
const withBytes = (name: string, value: unknown): unknown => {
  if (name === 'B' && typeof value === 'string') return Uint8Array.from(Buffer.from(value, 'base64'));
  return name === 'BS' && Array.isArray(value) ? value.map((one) => withBytes('B', one)) : value;
};

const textOf = (body: object): string =>
  JSON.stringify(body, (_, value) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );
