import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 10_000;
const POLL_MS = 10;

/** A running database engine that speaks DynamoDB's protocol. */
export type Engine = { readonly endpoint: string; readonly stop: () => Promise<void> };

/**
 * Starts the embedded engine on a free port of this machine.
 * @param file the SQLite file to keep the data in; without it, memory.
 * @throws when no binary of the engine is installed for this platform.
 */
export const startEngine = async (file?: string): Promise<Engine> => {
  const port = await freePort();
  const child = spawn(
    binary(),
    ['--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])],
    { stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, child);
  return { endpoint, stop: () => stop(child) };
};

const binary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}/package.json`;
  try {
    return createRequire(import.meta.url)
      .resolve(name)
      .replace(/package[.]json$/, 'dynoxide');
  } catch (cause) {
    throw new Error(
      `The embedded database is not available for ${process.platform} on ${process.arch}: ` +
        'set DYNAMODB_ENDPOINT to DynamoDB Local or another engine.',
      { cause },
    );
  }
};

/** A port nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const answering = async (endpoint: string, child: ChildProcess) => {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (child.exitCode !== null)
      throw new Error(`The database engine stopped with exit code ${child.exitCode}.`);
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer) return void (await answer.body?.cancel());
    await wait(POLL_MS);
  }
  child.kill('SIGKILL');
  throw new Error(`The database engine did not answer within ${START_MS} ms.`);
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
