import { chain } from '../../../src/lambda/chain.ts';
import { type EvidenceSources, gatherEvidence } from '../../../src/lambda/middleware/gather-evidence.ts';
import { type IdentifyDeps, identify } from '../../../src/lambda/middleware/identify.ts';
import { locate, type ReadSite } from '../../../src/lambda/middleware/locate.ts';
import { readBody } from '../../../src/lambda/middleware/read-body.ts';
import { validateSubmission } from '../../../src/lambda/middleware/validate-submission.ts';

/** Compiled by a test of its own, which wants an error on every line after a mark, and no other. */
export const mistakes = (app: { readonly store: ReadSite } & IdentifyDeps & EvidenceSources) => {
  const begun = chain().with(locate(app));
  const read = begun.with(readBody({ forms: true }));
  const valid = read.with(validateSubmission());
  // mistake: a layer is missing, the body that is to be checked has not been read
  begun.with(validateSubmission());
  // mistake: two layers in the wrong order, nobody is identified by what was not checked yet
  read.with(identify(app));
  // mistake: a layer is missing, there is nothing to look for before somebody is identified
  valid.with(gatherEvidence(app));
  // mistake: a layer twice, the site is known already and nothing that is known is replaced
  begun.with(locate(app));
};
