import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { documentOf } from '../demo/document.ts';
import { splitTarget } from '../gateway/event.ts';
import { finish } from '../gateway/finish.ts';
import { readBody } from '../gateway/read-body.ts';
import type { HandOver } from '../gateway/respond.ts';
import { accountOf } from './accounts.ts';
import { isChoice, SIGN_IN_PATH } from './places.ts';
import { createProvider, languageOf, type SignInSetup } from './provider.ts';
import { choosePage, failedPage } from './sign-in-pages.ts';

const FORM_BYTES_MAX = 10_000;

/** Answers everything below the provider's path. */
export const openSignIn = (setup: SignInSetup): HandOver => {
  const provider = createProvider(setup);
  const answer = provider.callback();
  return async (request, response) => {
    const { path } = splitTarget(request.url ?? '/');
    if (isChoice(path)) return choose(provider, setup.origins, request, response);
    // The provider's own paths begin where it is mounted, and it finds that out by both.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(SIGN_IN_PATH.length) || '/' });
    await answer(request, response);
  };
};

/** The page on which somebody chooses who to be, and what follows the choice. */
const choose = async (
  provider: Provider,
  origins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const language = languageOf(request);
  const show = (page: ReturnType<typeof choosePage>, status = 200) =>
    finish(request, response, { ...documentOf(page, origins), status });
  try {
    await provider.interactionDetails(request, response);
  } catch {
    return show(failedPage(language, 'expired'), 400);
  }
  if (request.method !== 'POST') return show(choosePage(language));
  const form = new URLSearchParams(await bodyOf(request, response));
  if (form.has('cancel')) return provider.interactionFinished(request, response, { error: 'access_denied' });
  const account = accountOf(form);
  if (!account) return show(choosePage(language, { isUnknown: true }), 422);
  await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
};

const bodyOf = async (request: IncomingMessage, response: ServerResponse): Promise<string> => {
  const body = await readBody(request, response, FORM_BYTES_MAX);
  return typeof body === 'string' ? '' : body.toString('utf8');
};
