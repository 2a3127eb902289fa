/** Why a job refused to run. */
type Reason = 'clock-impossible' | 'clock-behind' | 'clock-ahead' | 'too-much';

/**
 * A job stops before it does harm, and a person decides. The message is a sentence for the operator; the facts are counts and ids, for the log.
 */
export class JobRefusal extends Error {
  override readonly name = 'JobRefusal';
  readonly reason: Reason;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(reason: Reason, sentence: string, facts: JobRefusal['facts'] = {}) {
    super(`${sentence} If it is right, run the job once with --force ("force": true in its event).`);
    this.reason = reason;
    this.facts = facts;
  }
}
