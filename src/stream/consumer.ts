import type { StreamRecord } from '../storage/stream-record.ts';

export type Kind = StreamRecord['kind'];
export type RecordOf<K extends Kind> = Extract<StreamRecord, { readonly kind: K }>;

/** A record that must be delivered again, by its sequence number, and why. */
export type Failure = { readonly record: string; readonly cause: unknown };

/**
 * One thing that follows stored changes. It gets only records of its kinds, in order, at least once: its own bookkeeping tells what it
 * has done already. What it throws fails all of them, for itself alone; a failed record and those after it then come again to every consumer.
 */
export type Consumer<Deps, K extends Kind> = {
  readonly name: string;
  readonly kinds: readonly K[];
  readonly follow: (deps: Deps, records: readonly RecordOf<K>[]) => Promise<readonly Failure[]>;
};
