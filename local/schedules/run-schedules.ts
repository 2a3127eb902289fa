import type { Stack } from '../stack.ts';
import type { LastRuns } from './last-runs.ts';
import { parseSchedule } from './next-run.ts';

export type Schedule = {
  readonly functionName: string;
  readonly expression: string;
  readonly input: unknown;
};

/** A timer holds no more than 2^31 ms, and a machine may sleep: the clock is looked at again at least this often. */
const LOOK_MS = 60_000;

/** A rate runs first when it is created, as in AWS; here, when the server has started. */
const FIRST_MS = 30_000;

/** In a new folder no daily job has been missed: its first day counts from now. */
const isMissed = (
  { functionName, expression }: Schedule,
  nextRun: (after: number) => number,
  lastRuns: LastRuns,
): boolean => {
  if (expression.startsWith('rate(')) return true;
  const last = lastRuns.of(functionName);
  if (last === undefined) lastRuns.note(functionName, Date.now());
  return last !== undefined && nextRun(last) <= Date.now();
};

/** All schedules of the stack. @throws when one cannot be parsed. */
export const schedulesOf = ({ functions }: Stack): readonly Schedule[] =>
  Object.entries(functions).flatMap(([functionName, { events = [] }]) =>
    events.flatMap(({ schedule }) =>
      [schedule?.rate ?? []].flat().map((expression) => {
        parseSchedule(expression);
        return { functionName, expression, input: schedule?.input ?? {} };
      }),
    ),
  );

/**
 * Runs each schedule when its time comes, and soon where its time passed while the server was off, or ended before the job did.
 * @param run resolves when the job did what it had to @returns what stops them.
 */
export const runSchedules = (
  schedules: readonly Schedule[],
  run: (schedule: Schedule) => Promise<unknown>,
  lastRuns: LastRuns,
): (() => void) => {
  const stops = schedules.map((schedule) => {
    const nextRun = parseSchedule(schedule.expression);
    let missed = isMissed(schedule, nextRun, lastRuns) ? Date.now() + FIRST_MS : Number.POSITIVE_INFINITY;
    let due = Math.min(nextRun(Date.now()), missed);
    let timer: NodeJS.Timeout;
    const look = () => {
      if (Date.now() >= due) {
        const at = Date.now();
        run(schedule).then(
          () => lastRuns.note(schedule.functionName, at),
          () => undefined,
        );
        missed = Number.POSITIVE_INFINITY;
        due = nextRun(Date.now());
      }
      // The clock was ahead and has been corrected, so the next run is due sooner.
      due = Math.min(due, missed, nextRun(Date.now()));
      timer = setTimeout(look, Math.min(due - Date.now(), LOOK_MS));
    };
    look();
    return () => clearTimeout(timer);
  });
  return () => {
    for (const stop of stops) stop();
  };
};
