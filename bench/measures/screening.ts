import { randomFrom } from '../../training/random.ts';
import { honestComment } from '../comments.ts';
import { median } from '../load/statistics.ts';
import type { Plan } from '../plan.ts';
import type { Fact } from '../results.ts';
import { verdictOn } from '../stored-comment.ts';

const SEED = 7;

/** All checks on one honest comment, in this process, the learned filter included. */
export const measureScreening = ({ rounds, screened }: Plan): readonly Fact[] => {
  const random = randomFrom(SEED);
  const texts = Array.from({ length: screened }, () => honestComment(random));
  const round = () => {
    const start = process.cpuUsage();
    for (const text of texts) verdictOn(text, random);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / texts.length;
  };
  round();
  const value = median(Array.from({ length: rounds }, round));
  return [{ measure: 'screening', name: 'screening alone, one comment', value, unit: 'ms of CPU' }];
};
