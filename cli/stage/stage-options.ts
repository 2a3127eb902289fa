import { WrongArguments } from '../../tools/command.ts';

/** The options that name a deployed stack, for commands that work on the data folder without them. */
export const stageOptions = { stage: { type: 'string' }, region: { type: 'string' } } as const;

export type Stage = { readonly stage: string; readonly region: string | undefined };

/**
 * The deployed stack that options name; undefined for the data folder.
 * @throws {WrongArguments} for a region alone, and for an empty name, as a shell's unset variable gives: it would mean the data folder
 */
export const stageOf = ({ stage, region }: { stage?: string; region?: string }): Stage | undefined => {
  if (stage?.trim() === '' || region?.trim() === '')
    throw new WrongArguments('--stage and --region need a name');
  if (region !== undefined && stage === undefined) throw new WrongArguments('--region goes with a --stage');
  return stage === undefined ? undefined : { stage, region };
};
