import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { carryOut, operationOf, type Sender } from '../../local/serve-engine.ts';

/** What a function may do to the table and to its indexes, as serverless.yml grants it. */
export type Permissions = Readonly<Record<string, readonly string[]>>;

export type Guard = {
  /** The database's address for one function. */
  readonly endpointOf: (name: string) => string;
  /** What each function did, as `table: GetItem` or `view: Query`. */
  readonly used: Map<string, Set<string>>;
  readonly stop: () => Promise<void>;
};

/** Stands in front of a database, which permits everything, and refuses what a function's role would not allow. */
export const startGuard = async (
  database: Sender,
  permissionsOf: (name: string) => Permissions,
): Promise<Guard> => {
  const used = new Map<string, Set<string>>();
  const server = createServer(async (request, response) => {
    const name = request.url?.split('/')[1] ?? '';
    const body = await readAll(request);
    const actions = actionsOf(operationOf(request), JSON.parse(body));
    for (const action of actions) used.set(name, (used.get(name) ?? new Set()).add(action));
    const refused = actions.filter((action) => !allowed(permissionsOf(name)).has(action));
    if (refused.length > 0) return deny(response, `${name} may not ${refused}`);
    const { status, text } = await carryOut(database, operationOf(request), body);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpointOf: (name) => `http://127.0.0.1:${port}/${name}`,
    used,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** Every grant, written like what is used: `table: GetItem`. */
export const allowed = (permissions: Permissions): Set<string> =>
  new Set(
    Object.entries(permissions).flatMap(([resource, actions]) =>
      actions.map((action) => `${resource}: ${action}`),
    ),
  );

type Part = Readonly<Record<string, unknown>>;
type Input = { readonly IndexName?: string; readonly TransactItems?: readonly Part[] };

/** What a role must allow for a call: a transaction needs what its parts need. */
const actionsOf = (operation: string, { IndexName, TransactItems }: Input): string[] =>
  operation === 'TransactWriteItems'
    ? [...new Set((TransactItems ?? []).flatMap(Object.keys).map(actionOfPart))]
    : [`${IndexName ?? 'table'}: ${operation}`];

const actionOfPart = (part: string) =>
  `table: ${part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`}`;

const deny = (response: ServerResponse, message: string) => {
  const type = 'com.amazon.coral.service#AccessDeniedException';
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: type, message }));
};

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
