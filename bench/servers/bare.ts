import { askingAt, expectStatus, WrongAnswer } from '../load/ask.ts';
import type { Subject, Work } from '../load/measure.ts';
import { launch } from './launch.ts';

export type BareServer = { readonly subject: Subject; readonly stop: () => Promise<void> };

/** Starts the server that does nothing but HTTP. */
export const startBare = async (): Promise<BareServer> => {
  const server = await launch({ command: ['bench/servers/bare-server.ts'], env: {} });
  const { ask, close } = askingAt(server.url);
  return {
    subject: { name: 'bare', ask, pids: [server.pid] },
    stop: async () => {
      close();
      await server.stop();
    },
  };
};

/** Requests of another server, each answered by as many bytes as that one needs. */
export const bareWork = (next: Work['next'], bytes: number): Work => ({
  next: () => {
    const request = next();
    return { ...request, headers: { ...request.headers, 'x-answer-bytes': String(bytes) } };
  },
  check: (answer) => {
    expectStatus(answer, 200);
    if (answer.bytes !== bytes) throw new WrongAnswer(`${answer.bytes} bytes instead of ${bytes}`);
  },
});
