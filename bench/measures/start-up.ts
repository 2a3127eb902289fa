import { join } from 'node:path';
import { askingAt, expectStatus } from '../load/ask.ts';
import { median } from '../load/statistics.ts';
import type { Plan } from '../plan.ts';
import type { Fact } from '../results.ts';
import { launchPalabre, type PalabreOptions } from '../servers/palabre.ts';

/** From the start of the server's process to its first answer: in a new data folder with nothing compiled, and again. */
export const measureStartUp = async (folder: string, { starts }: Plan): Promise<readonly Fact[]> => {
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < starts; run += 1) {
    const place = {
      dataDir: join(folder, `start-${run}`),
      compiled: join(folder, `compiled-${run}`),
      demo: true,
    };
    first.push(await firstAnswerMs(place));
    again.push(await firstAnswerMs(place));
  }
  return [fact('first answer, the first time', first), fact('first answer', again)];
};

const firstAnswerMs = async (place: PalabreOptions): Promise<number> => {
  const begun = performance.now();
  const server = await launchPalabre(place);
  const { ask, close } = askingAt(server.url);
  expectStatus(await ask({ path: '/health' }), 200);
  const tookMs = performance.now() - begun;
  close();
  await server.stop();
  return tookMs;
};

const fact = (name: string, times: readonly number[]): Fact => ({
  measure: 'start-up',
  name,
  value: median(times),
  unit: 'ms after the start',
});
