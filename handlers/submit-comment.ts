import { judgesApp } from '../src/app.ts';
import { acknowledge, visitorOf } from '../src/lambda/acknowledge.ts';
import { outerLayers } from '../src/lambda/endpoint.ts';
import { checkOrigin } from '../src/lambda/middleware/check-origin.ts';
import { formRefusals } from '../src/lambda/middleware/form-refusals.ts';
import { gatherEvidence } from '../src/lambda/middleware/gather-evidence.ts';
import { identify } from '../src/lambda/middleware/identify.ts';
import { locate } from '../src/lambda/middleware/locate.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { screenDraft } from '../src/lambda/middleware/screen-draft.ts';
import { validateSubmission } from '../src/lambda/middleware/validate-submission.ts';
import { submitComment } from '../src/use-cases/submit-comment.ts';

const app = judgesApp();

export const handler = outerLayers()
  .use(formRefusals(app))
  .use(locate(app))
  .use(checkOrigin(app.baseUrl, { forms: true }))
  .use(readBody({ forms: true }))
  .use(validateSubmission())
  .use(identify(app))
  .use(gatherEvidence(app))
  .use(screenDraft(app))
  .handler(async (event) => {
    const secrets = await app.secrets();
    const authorKey = secrets.digests.author(event.site.id, visitorOf(event, secrets));
    const comment = await submitComment(app, { ...event.visitor, ...event, authorKey });
    return acknowledge(event, comment, secrets, app.baseUrl);
  });
