import { judgesApp } from '../src/app.ts';
import { acknowledge, alreadyReceived } from '../src/lambda/acknowledge.ts';
import { chain } from '../src/lambda/chain.ts';
import { freshForm } from '../src/lambda/forms/fresh-form.ts';
import { answer } from '../src/lambda/middleware/answer.ts';
import { checkOrigin } from '../src/lambda/middleware/check-origin.ts';
import { cors } from '../src/lambda/middleware/cors.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';
import { gatherEvidence } from '../src/lambda/middleware/gather-evidence.ts';
import { identify } from '../src/lambda/middleware/identify.ts';
import { locate } from '../src/lambda/middleware/locate.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { screenDraft } from '../src/lambda/middleware/screen-draft.ts';
import { validateSubmission } from '../src/lambda/middleware/validate-submission.ts';
import { identiconOf, visitorOf } from '../src/submission/identify.ts';
import { submitComment } from '../src/use-cases/submit-comment.ts';

const app = judgesApp();

export const handler = chain(cors(), answer(), formRefusals(freshForm(app)))
  .with(locate(app))
  .with(checkOrigin(app.baseUrl, { forms: true }))
  .with(readBody({ forms: true }))
  .with(validateSubmission())
  .with(identify(app))
  .with(gatherEvidence(app))
  .with(screenDraft(app))
  .handler(async (known) => {
    const { site, prepared, verdict } = known;
    const { submission, history, id } = prepared;
    const secrets = await app.secrets();
    const { digests, tokens } = secrets;
    const authorKey = digests.author(site.id, visitorOf(submission, { id }, digests));
    const judged = { prepared, verdict, authorKey, identicon: identiconOf(authorKey, digests) };
    const { comment, isSenders } = await submitComment(app, judged);
    if (!isSenders) return alreadyReceived(known, comment, app.baseUrl);
    const earlier = tokens.sender.read(history.same?.sender ?? '', site.id);
    const visitor = visitorOf(submission, comment, digests, earlier);
    return acknowledge(known, { comment, visitor, secrets }, app.baseUrl);
  });
