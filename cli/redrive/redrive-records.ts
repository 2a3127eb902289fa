import type { DynamoDBRecord } from 'aws-lambda';
import { Refusal } from '../../src/comment/refusal.ts';
import type { KeptRecords } from './kept-records.ts';

/** An article that a kept record tells of; without one, a site. */
export type Place = { readonly site: string; readonly article?: string };

type Deps = {
  readonly records: KeptRecords;
  /** The article that a record's keys name. @throws when it is none of an article */
  readonly placeOf: (record: DynamoDBRecord) => Place;
  /** Repairs all that follows from an article's comments and decisions. @throws when it cannot */
  readonly mend: (place: Place) => Promise<void>;
  readonly now: () => number;
  /** Whether a record of this name first failed too long ago to be kept. */
  readonly isTooOld: (name: string, now: number) => boolean;
  /** Called for each record that could not be redriven, and whether it was removed as too old. */
  readonly onFailed: (name: string, reason: string, isRemoved: boolean) => void;
};

/** `expired` are those that failed again by their own fault, and were removed since they had first failed too long ago. */
export type Redriven = {
  readonly looked: number;
  readonly redriven: number;
  readonly kept: number;
  readonly expired: number;
};

/**
 * Redrives kept records, and removes them. Does not use their images, which are old by now: their
 * articles are counted anew, once each. A record that fails stays, and says under `redrive` when and why. One that first failed too
 * long ago is never written to, since that would make a bucket keep it on: it is removed, unless it could not be read or the database did not answer.
 */
export const redriveRecords = async (deps: Deps): Promise<Redriven> => {
  const { records } = deps;
  const mended = new Map<string, Promise<void>>();
  const mendOnce = (place: Place) => {
    const name = JSON.stringify([place.site, place.article]);
    const mending = mended.get(name) ?? deps.mend(place);
    mended.set(name, mending);
    return mending;
  };
  let [redriven, expired] = [0, 0];
  const names = await records.list();
  for (const name of names) {
    let text: string | undefined;
    try {
      text = await records.read(name);
      for (const record of recordsOf(text)) await mendOnce(deps.placeOf(record));
      await records.remove(name);
      redriven += 1;
    } catch (error) {
      if (!(await keep(deps, name, text, error))) expired += 1;
    }
  }
  return { looked: names.length, redriven, kept: names.length - redriven - expired, expired };
};

/** @throws when the text is not what Lambda keeps, or holds no record, or anything else */
const recordsOf = (text: string): readonly DynamoDBRecord[] => {
  const { payload } = parse(text) as { readonly payload?: unknown };
  const { Records } = parse(typeof payload === 'string' ? payload : '') as {
    readonly Records?: readonly DynamoDBRecord[];
  };
  if (!Array.isArray(Records) || Records.length === 0)
    throw new Error('It holds no record: Lambda kept only that something failed.');
  if (!Records.every((record) => typeof record === 'object' && record !== null))
    throw new Error('It holds something that is no record.');
  return Records;
};

const parse = (text: string): object => {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
};

/** @param text of the record; undefined when it could not be read @returns whether it is kept */
const keep = async (
  { records, now, isTooOld, onFailed }: Deps,
  name: string,
  text: string | undefined,
  error: unknown,
): Promise<boolean> => {
  const reason = reasonOf(error);
  const isOver = isTooOld(name, now());
  const isRemoved = isOver && text !== undefined && !isOutage(error);
  const known = parse(text ?? '');
  const redrive = { at: new Date(now()).toISOString(), reason };
  // A record that cannot be parsed is left as it is.
  const isKnown = Object.keys(known).length > 0;
  try {
    if (isRemoved) await records.remove(name);
    else if (isKnown && !isOver) await records.replace(name, JSON.stringify({ ...known, redrive }));
    onFailed(name, reason, isRemoved);
    return !isRemoved;
  } catch (unwritten) {
    onFailed(name, `${reason} It could not be written beside it: ${reasonOf(unwritten)}`, false);
    return true;
  }
};

const isOutage = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'storage-unavailable';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
