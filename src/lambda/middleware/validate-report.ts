import { readOrRefuse } from '../../api/read-or-refuse.ts';
import { body, type GivenReport } from '../../api/readers/report-comment.ts';
import { checkArticleOrigin, pageOnSite } from '../article-origin.ts';
import type { Arrived, Layer } from '../chain.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';

/** What was reported, and the page of the site's own to go back to. */
export type Reported = { readonly given: GivenReport; readonly back: string | undefined };

const FIELDS = ['article', 'comment', 'reason', 'note', 'visitor'] as const;

/** Reads a report, from JSON or a form, of which other fields are ignored. @throws {Refusal} `invalid-fields` */
export const validateReport = (): Layer<Arrived & Located & WithBody, Reported> => {
  const schema = body();
  return ({ site, input }) => {
    const given = readOrRefuse(schema, input.kind === 'json' ? input.value : sentFields(input.fields));
    checkArticleOrigin(site, given.article);
    const page = input.kind === 'form' ? input.fields.get('page') : undefined;
    return { given, back: pageOnSite(site, page) };
  };
};

/** A field that was left empty was not sent. */
const sentFields = (fields: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    FIELDS.flatMap((name) => (fields.get(name)?.trim() ? [[name, fields.get(name)] as const] : [])),
  );
