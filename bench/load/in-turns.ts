import { type Amount, type Figures, measure, type Subject, type Work } from './measure.ts';
import { median } from './statistics.ts';

/** A server and its work; `count` where another number of requests than the others' suits its speed. */
export type Entrant = { readonly subject: Subject; readonly work: Work; readonly count?: number };

/**
 * Lets servers do their work in turns, so that whatever else the machine does hits all alike; medians of the rounds. A round
 * before the first warms up.
 */
export const inTurns = async (
  entrants: readonly Entrant[],
  amount: Omit<Amount, 'warmUp'> & { readonly rounds: number },
): Promise<ReadonlyMap<Subject['name'], Figures>> => {
  const found = new Map<Subject['name'], Figures[]>();
  for (let round = 0; round < amount.rounds; round += 1)
    for (const { subject, work, count = amount.count } of entrants) {
      const warmUp = round === 0 ? count : 0;
      const figures = await measure(subject, work, { atOnce: amount.atOnce, count, warmUp });
      found.set(subject.name, [...(found.get(subject.name) ?? []), figures]);
    }
  return new Map([...found].map(([name, rounds]) => [name, medians(rounds)]));
};

const medians = (rounds: readonly Figures[]): Figures => {
  const of = (name: keyof Figures) => median(rounds.map((figures) => figures[name]));
  return {
    cpuMs: of('cpuMs'),
    perSecond: of('perSecond'),
    medianMs: of('medianMs'),
    p99Ms: of('p99Ms'),
    bytes: of('bytes'),
  };
};
