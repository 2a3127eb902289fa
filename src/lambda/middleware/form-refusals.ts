import { present } from '../../comment/present.ts';
import { Refusal } from '../../comment/refusal.ts';
import { refusalPage, typedNames } from '../../pages/refusal-page.ts';
import type { Around, Arrived } from '../chain.ts';
import type { MakeFresh } from '../forms/fresh-form.ts';
import { keptOf, typedIn } from '../forms/typed-form.ts';
import { type HttpEvent, isReading, targetOf } from '../http.ts';
import { waysBack } from '../pages/ways-back.ts';
import type { Located } from './locate.ts';
import type { WithBody } from './read-body.ts';
import { refusalsByPage } from './refusals-by-page.ts';
import type { Submitted } from './validate-submission.ts';

/**
 * A refused form comes back as a page in its reader's language, with everything they typed and a fresh form token.
 * @param fresh makes the token; absent where no form can be sent
 */
export const formRefusals = (fresh?: MakeFresh): Around =>
  refusalsByPage<Arrived & Located & WithBody & Submitted>(
    async (known, { problem, error, language }) => {
      const { event, site, post } = known;
      const form = typedIn(known, typedNames);
      const typed = form?.fields;
      return refusalPage({
        ...problem,
        ...(error instanceof Refusal ? saidOf(error) : {}),
        ...{ code: wordsOf(problem.code, event), language, action: targetOf(event), site },
        ...{ typed, kept: keptOf(form) },
        ...(await fresh?.(known, typed)),
        ...waysBack(known, error, typed),
        ...present({ articleLink: post?.submission.link }),
      });
    },
    { backToSite: true },
  );

/** The fields of an address are no form's, to be corrected and sent again: it is told as a wrong query is. */
const wordsOf = <C extends string>(code: C, event: HttpEvent): C | 'invalid-query' => {
  if (code !== 'invalid-fields' || !isReading(event)) return code;
  return 'invalid-query';
};

const saidOf = ({ fields, retryAfterS, successor }: Refusal) => ({ fields, retryAfterS, successor });
