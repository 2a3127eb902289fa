import type { StreamRecord } from '../storage/stream-record.ts';
import type { Consumer, Failure, Kind, RecordOf } from './consumer.ts';
import { consumers } from './consumers.ts';

/** A failure, with its consumer's name. */
export type Failed = Failure & { readonly consumer: string };

type DepsOf<C> = C extends Consumer<infer Deps, infer _K> ? (deps: Deps) => void : never;
/** The dependencies of all consumers together. */
export type StreamDeps = DepsOf<(typeof consumers)[number]> extends (deps: infer Deps) => void ? Deps : never;

/** Gives each consumer the records of its kinds; the consumers run concurrently. @returns what must be delivered again */
export const deliverToConsumers = async (
  deps: StreamDeps,
  records: readonly StreamRecord[],
): Promise<readonly Failed[]> => {
  const failed = await Promise.all([
    ...consumers.map((consumer) => deliver(consumer as Consumer<StreamDeps, Kind>, deps, records)),
  ]);
  return failed.flat();
};

const deliver = async <K extends Kind>(
  { name, kinds, follow }: Consumer<StreamDeps, K>,
  deps: StreamDeps,
  records: readonly StreamRecord[],
): Promise<readonly Failed[]> => {
  const wanted = records.filter((record): record is RecordOf<K> =>
    kinds.some((kind) => kind === record.kind),
  );
  if (wanted.length === 0) return [];
  const failures = await follow(deps, wanted).catch((cause: unknown) =>
    wanted.map(({ record }) => ({ record, cause })),
  );
  return failures.map((failure) => ({ consumer: name, ...failure }));
};
