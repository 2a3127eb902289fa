import { Refusal } from '../../comment/refusal.ts';
import { sourceFrame } from './source-frame.ts';

type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * One object per event: counts and ids, never texts, addresses or e-mails. Lambda's JSON log keeps an object as one, so that
 * filters find its fields (`$.message.event`); of a text they would see a text.
 */
export const log = (event: string, facts: Facts = {}): void => console.info({ event, ...facts });

/** The same at the level ERROR. */
export const logFailure = (event: string, error: unknown, facts: Facts = {}): void =>
  console.error({ event, ...facts, ...errorFacts(error) });

/**
 * Where an error came from and what caused it, without their messages: those quote what people typed. Of a refusal that something
 * caused, that is told: it says more than the code that readers get.
 */
export const errorFacts = (thrown: unknown): Facts => {
  const error = thrown instanceof Refusal ? (thrown.cause ?? thrown) : thrown;
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' };
  const frames = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return {
    error: name,
    ...(error instanceof Error && error.cause instanceof Error ? { cause: error.cause.name } : {}),
    at: frames
      .slice(0, FRAMES)
      .map((frame) => sourceFrame(frame.trim()))
      .join(' < '),
  };
};

const FRAMES = 4;
