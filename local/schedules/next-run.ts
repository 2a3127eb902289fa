const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

/** A parsed schedule: gives the first run after a moment, in milliseconds since 1970. */
export type NextRun = (after: number) => number;

/**
 * Parses `rate(1 hour)` and its like in minutes, hours and days, counted from 1970, and `cron(M H * * ? *)`,
 * daily at H:M UTC, or hourly with `*` for H.
 * @throws for every other expression: EventBridge knows more forms, which nothing here uses.
 */
export const parseSchedule = (expression: string): NextRun => {
  const rate = expression.match(/^rate\(([1-9]\d{0,5}) (minute|hour|day)(s?)\)$/);
  if (rate && (rate[1] === '1') === (rate[3] === ''))
    return every(Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? 0), 0);
  const cron = expression.match(/^cron\((\d{1,2}) (\d{1,2}|\*) \* \* \? \*\)$/);
  const [minute, hour] = [Number(cron?.[1]), cron?.[2] === '*' ? 0 : Number(cron?.[2])];
  if (cron && minute < 60 && hour < 24)
    return every(cron[2] === '*' ? HOUR_MS : DAY_MS, hour * HOUR_MS + minute * MINUTE_MS);
  throw new Error(
    `${expression}: only rate(n minutes|hours|days) and cron(M H * * ? *) are understood here.`,
  );
};

const every =
  (periodMs: number, offsetMs: number): NextRun =>
  (after) =>
    (Math.floor((after - offsetMs) / periodMs) + 1) * periodMs + offsetMs;
