import type { Stack } from '../stack.ts';
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

/** Runs each schedule when its time comes. @returns what stops them. */
export const runSchedules = (
  schedules: readonly Schedule[],
  run: (schedule: Schedule) => void,
): (() => void) => {
  const stops = schedules.map((schedule) => {
    const nextRun = parseSchedule(schedule.expression);
    let due = schedule.expression.startsWith('rate(') ? Date.now() + FIRST_MS : nextRun(Date.now());
    let timer: NodeJS.Timeout;
    const look = () => {
      if (Date.now() >= due) {
        run(schedule);
        due = nextRun(Date.now());
      }
      // The clock was ahead and has been corrected, so the next run is due sooner.
      due = Math.min(due, nextRun(Date.now()));
      timer = setTimeout(look, Math.min(due - Date.now(), LOOK_MS));
    };
    look();
    return () => clearTimeout(timer);
  });
  return () => {
    for (const stop of stops) stop();
  };
};
