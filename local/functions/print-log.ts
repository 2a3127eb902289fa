/** What functions log is objects, as Lambda's JSON log wants them; here each is a line of JSON, with its time first. */
export const printLog = (now: () => number): void => {
  for (const level of ['info', 'error'] as const) {
    const print = console[level].bind(console);
    console[level] = (said: unknown, ...more: readonly unknown[]) =>
      typeof said === 'object' && said !== null && !(said instanceof Error)
        ? print(JSON.stringify({ time: new Date(now()).toISOString(), ...said }))
        : print(said, ...more);
  }
};
