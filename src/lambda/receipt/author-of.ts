import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import type { Arrived } from '../chain.ts';
import { visitorCookie } from '../middleware/identify.ts';
import type { WithBody } from '../middleware/read-body.ts';

type Known = Arrived & WithBody & { readonly site: Site };
type Deps = { readonly secrets: ReadSecrets; readonly now: () => number };

/**
 * Whose comments are meant besides the receipt's own: the author that a visitor's token proves, where a program sends one or a form asks
 * for all. Undefined where only the receipt's comment is meant.
 * @throws {Refusal} `invalid-fields` when the token proves nobody
 */
export const authorOf = async (
  { event, site, input }: Known,
  visitor: string | undefined,
  app: Deps,
): Promise<string | undefined> => {
  const asksForAll = input.kind === 'form' ? input.fields.get('all') === 'yes' : visitor !== undefined;
  if (!asksForAll) return undefined;
  const token = visitor ?? visitorCookie(event);
  const { digests, tokens } = await app.secrets(token);
  const proven = tokens.visitor.read(token, site.id, app.now());
  if (proven === undefined) throw notProven();
  return digests.author(site.id, proven.name);
};

const notProven = () =>
  new Refusal('invalid-fields', 'The visitor token proves nobody on this site.', {
    fields: [
      { field: 'visitor', detail: 'It must be the `visitor` of a comment on this site, of the last year.' },
    ],
  });
