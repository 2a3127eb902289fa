type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** One JSON line per event: counts and ids, never texts, addresses or e-mails. */
export const log = (event: string, facts: Facts = {}): void =>
  console.log(JSON.stringify({ event, ...facts }));

/** Where an error came from and what caused it, without their messages: those quote what people typed. */
export const errorFacts = (error: unknown): Facts => {
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
      .map((frame) => frame.trim())
      .join(' < '),
  };
};

const FRAMES = 4;
