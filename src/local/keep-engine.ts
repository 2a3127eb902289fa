import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, startEngine } from './engine.ts';

const RESTART_MS = 500;

/**
 * Runs the embedded engine and, should it ever end by itself, starts it again on the same port.
 * @param onTrouble told what happened, in a sentence.
 */
export const keepEngine = async (
  file: string,
  onTrouble: (problem: string) => void,
): Promise<Pick<Engine, 'endpoint' | 'stop'>> => {
  let engine = await startEngine(file);
  let isStopping = false;
  const { endpoint } = engine;
  const port = Number(new URL(endpoint).port);
  const revive = async (): Promise<void> => {
    await engine.ended;
    while (!isStopping) {
      onTrouble('The database engine ended and is started again.');
      await wait(RESTART_MS);
      const revived = await startEngine(file, port).catch((error: Error) => onTrouble(error.message));
      if (revived) engine = revived;
      await engine.ended;
    }
    await engine.stop();
  };
  const reviving = revive();
  return {
    endpoint,
    stop: async () => {
      isStopping = true;
      await engine.stop();
      await reviving;
    },
  };
};
