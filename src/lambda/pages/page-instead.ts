import { Refusal } from '../../comment/refusal.ts';
import type { Around } from '../chain.ts';
import { seeOther, wantsPage } from '../http.ts';

/**
 * A browser that is refused a list as data is led to the page of the same list. It comes by an address that a form was answered at, which
 * names no article; the page then shows the newest comments, and says what else is wrong.
 */
export const pageInstead = (): Around => ({
  onError: (request) => {
    const { event, error } = request;
    if (!(error instanceof Refusal) || !wantsPage(event)) return;
    const query = [event.rawQueryString, 'as=page'].filter(Boolean).join('&');
    const site = encodeURIComponent(event.pathParameters?.site?.toWellFormed() ?? '');
    request.response = seeOther(`/v1/sites/${site}/comments.html?${query}`);
  },
});
