import { join } from 'node:path';
import { readStack } from '../../local/stack.ts';
import { regionOf } from '../../tools/stage/kept-stage.cjs';
import { openAws, outputsOf } from './aws.ts';
import type { Stage } from './stage-options.ts';

const SERVICE = join(import.meta.dirname, '../..');

/** A deployed stack, with this account's connections to its region. */
export type Stack = ReturnType<typeof openAws> & {
  readonly region: string;
  /** @throws with a sentence for the operator when the stack does not have this output */
  readonly output: (name: string) => string;
};

/** @throws when there is no such stack, these credentials may not ask, or the stage is known to be in another region than the one asked for */
export const openStack = async ({ stage, region: asked }: Stage): Promise<Stack> => {
  const { service, provider } = readStack();
  const region = regionOf(SERVICE, stage, asked) ?? provider.region ?? '';
  const stack = `${service}-${stage}`;
  const aws = openAws(region);
  const outputs = await outputsOf(aws.ask, region, stack);
  const output = (name: string): string => {
    const value = outputs.get(name);
    if (value === undefined) throw new Error(`The stack ${stack} has no output ${name}: deploy it anew.`);
    return value;
  };
  return { ...aws, region, output };
};
