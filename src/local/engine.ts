import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const START_MS = 10_000;
/** Between finding a free port and taking it another process may be quicker. */
const PORT_TRIES = 5;

// The shell becomes the engine. What it leaves behind waits for the end of its input, which comes when this process
// ends in whatever way, and then ends the engine: nothing outlives a `kill -9`. Detached, so that Ctrl-C reaches only us.
const TIED = 'exec 3<&0; (read -r _ <&3; kill $$) >/dev/null 2>&1 & exec "$0" "$@" 2>&1 3<&-';

/** A running database engine that speaks DynamoDB's protocol. */
export type Engine = {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
  /** Resolves when the engine has ended, asked to or not. */
  readonly ended: Promise<void>;
};

/**
 * Starts the embedded engine on this machine.
 * @param file the SQLite file to keep the data in; without it, memory.
 * @param wantedPort where to listen; without it, a free port.
 * @throws when no binary of the engine is installed for this platform, or it cannot open the file.
 */
export const startEngine = async (file?: string, wantedPort?: number): Promise<Engine> => {
  const program = binary();
  for (let tried = 1; ; tried += 1) {
    const port = wantedPort ?? (await freePort());
    const options = ['--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])];
    const child = spawn('sh', ['-c', TIED, program, ...options], {
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve()).once('error', () => resolve());
    }).then(() => void child.stdin?.destroy());
    const said = await firstLine(child);
    if (said.includes('listening'))
      return { endpoint: `http://127.0.0.1:${port}`, ended, stop: () => stop(child, ended) };
    await stop(child, ended);
    if (tried === PORT_TRIES || !said.includes('in use'))
      throw new Error(`The database engine did not start: ${said || 'it said nothing.'}`);
  }
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

/** The engine says where it listens, or why it does not; empty when it ends or stays silent. */
const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(''), START_MS);
    const settle = (line: string) => {
      clearTimeout(timer);
      resolve(line);
    };
    if (child.stdout)
      createInterface(child.stdout)
        .once('line', settle)
        .once('close', () => settle(''));
    child.once('error', ({ message }) => settle(message));
  });

const stop = async (child: ChildProcess, ended: Promise<void>): Promise<void> => {
  child.kill('SIGTERM');
  await ended;
};
