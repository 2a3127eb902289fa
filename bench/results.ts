import type { Figures, Subject } from './load/measure.ts';

/** One kind of request, by every server it was sent to. */
export type Compared = {
  /** Which measure it belongs to. */
  readonly measure: string;
  readonly name: string;
  readonly figures: Readonly<Partial<Record<Subject['name'], Figures>>>;
};

/** A figure that is compared with nobody's. */
export type Fact = {
  readonly measure: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
};

/** What an operation asks of the database. */
export type Demand = {
  readonly name: string;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly roundTrips: number;
  /** The least that any design needs, in words. */
  readonly floor: string;
};

/** CPU milliseconds of requests on a store of some size. */
export type Grown = {
  readonly comments: number;
  readonly waiting: number;
  readonly submitMs: number;
  readonly pageMs: number;
  readonly queueMs: number;
};

export type Machine = {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly system: string;
  /** Programs at work when the measurement began, per core. */
  readonly load: number;
};

/** Everything a run found. What was not asked for is empty. */
export type Results = {
  readonly machine: Machine;
  readonly isQuick: boolean;
  readonly decided: number;
  readonly wordpress?: string;
  readonly compared: readonly Compared[];
  readonly facts: readonly Fact[];
  readonly demands: readonly Demand[];
  readonly growth: readonly Grown[];
};
