import { chain } from '../../src/lambda/chain.ts';
import { type EvidenceSources, gatherEvidence } from '../../src/lambda/middleware/gather-evidence.ts';
import { type IdentifyDeps, identify } from '../../src/lambda/middleware/identify.ts';
import { locate, type ReadSite } from '../../src/lambda/middleware/locate.ts';
import { readBody } from '../../src/lambda/middleware/read-body.ts';
import { validateSubmission } from '../../src/lambda/middleware/validate-submission.ts';

/** Compiled with everything else: `npm run types` fails unless each marked line has an error, and no other line. */
export const mistakes = (app: { readonly store: ReadSite } & IdentifyDeps & EvidenceSources) => {
  const begun = chain().with(locate(app));
  const read = begun.with(readBody({ forms: true }));
  const valid = read.with(validateSubmission());
  // @ts-expect-error: a layer is missing, the body that is to be checked has not been read
  begun.with(validateSubmission());
  // @ts-expect-error: two layers in the wrong order, nobody is identified by what was not checked yet
  read.with(identify(app));
  // @ts-expect-error: a layer is missing, there is nothing to look for before somebody is identified
  valid.with(gatherEvidence(app));
  // @ts-expect-error: a layer twice, the site is known already and nothing that is known is replaced
  begun.with(locate(app));
};
