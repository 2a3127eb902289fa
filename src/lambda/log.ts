type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** One JSON line per event: counts and ids, never texts, addresses or e-mails. */
export const log = (event: string, facts: Facts = {}): void =>
  console.log(JSON.stringify({ event, ...facts }));

/** Where an error came from, without its message: messages quote what people typed. */
export const errorFacts = (error: unknown): Facts => {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' };
  const frames = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return {
    error: name,
    at: frames
      .slice(0, FRAMES)
      .map((frame) => frame.trim())
      .join(' < '),
  };
};

const FRAMES = 4;
