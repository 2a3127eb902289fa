import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the browser is told before it starts. */
type Preferences = Readonly<Record<string, boolean | string>>;
type Reply = { readonly id: number; readonly type: string; readonly result?: any; readonly message?: string };

const LISTENING = /WebDriver BiDi listening on (ws:\S+)/;

export type Firefox = {
  /** Sends a command of WebDriver BiDi. @throws with what the browser says */
  readonly ask: (method: string, params: object) => Promise<any>;
  /** The page that is open. */
  readonly context: string;
  readonly stop: () => Promise<void>;
};

/** Starts Firefox with a profile of its own, and speaks WebDriver BiDi with it. */
export const startFirefox = async (preferences: Preferences = {}): Promise<Firefox> => {
  const profile = mkdtempSync(join(tmpdir(), 'palabre-firefox-'));
  const lines = Object.entries({ 'intl.accept_languages': 'fr-FR', ...preferences });
  const text = lines.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`).join('\n');
  writeFileSync(join(profile, 'user.js'), text);
  const options = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile];
  const child = spawn('firefox-esr', options, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await once(socket, 'open');
  const ask = askingOver(socket);
  await ask('session.new', { capabilities: {} });
  const { contexts } = await ask('browsingContext.getTree', {});
  return {
    ask,
    context: contexts[0].context,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    createInterface(child.stderr as NonNullable<ChildProcess['stderr']>)
      .on('line', (line) => {
        const address = LISTENING.exec(line)?.[1];
        if (address) resolve(address);
      })
      .on('close', () => reject(new Error('Firefox ended before it listened.')));
  });

const askingOver = (socket: WebSocket): Firefox['ask'] => {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const reply: Reply = JSON.parse(String(data));
    waiting.get(reply.id)?.(reply);
  });
  return async (method, params) => {
    last += 1;
    const id = last;
    const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const reply = await answered;
    waiting.delete(id);
    if (reply.type === 'error') throw new Error(`${method}: ${reply.message}`);
    return reply.result;
  };
};
