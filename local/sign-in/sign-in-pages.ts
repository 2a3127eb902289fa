import type { Language } from '../../src/comment/site.ts';
import { type Html, html } from '../../src/pages/html.ts';
import { demoPeople } from '../demo/demo-people.ts';

/** What the pages say. */
export const words = {
  fr: {
    title: 'Se connecter',
    lead: 'Ces personnes sont inventées\u00A0: choisissez qui vous voulez être. Aucun mot de passe n’est demandé sur cette machine.',
    roles: { admin: 'administration du site', moderator: 'modération' },
    other: 'Quelqu’un d’autre',
    email: 'Adresse e-mail',
    unknown: 'Écrivez une adresse e-mail, comme lea@example.org.',
    go: 'Continuer',
    cancel: 'Annuler',
    leave: 'Se déconnecter\u202F?',
    yes: 'Se déconnecter',
    no: 'Garder la connexion',
    left: 'Déconnexion réussie.',
    failed: 'La connexion n’a pas abouti',
    again: 'Revenez à la page de modération et recommencez.',
  },
  en: {
    title: 'Sign in',
    lead: 'These people are invented: choose who you want to be. No password is asked for on this machine.',
    roles: { admin: 'admin of the site', moderator: 'moderator' },
    other: 'Somebody else',
    email: 'Email address',
    unknown: 'Enter an email address, like lea@example.org.',
    go: 'Continue',
    cancel: 'Cancel',
    leave: 'Sign out?',
    yes: 'Sign out',
    no: 'Stay signed in',
    left: 'You are signed out.',
    failed: 'The sign-in failed',
    again: 'Go back to the moderation page and try again.',
  },
} as const;

export type SignInPage = { readonly language: Language; readonly title: string; readonly body: Html };

/** Who is to sign in. Each button is a choice; an address that cannot be one is said so beside its field. */
export const choosePage = (language: Language, { isUnknown = false } = {}): SignInPage => {
  const said = words[language];
  const invalid = isUnknown ? html` aria-invalid="true" aria-describedby="unknown"` : '';
  const body = html`<main>
<h1>${said.title}</h1>
<p class="lead">${said.lead}</p>
<form class="comment-form" method="post">
${demoPeople.map(
  ({ sub, name, role }) =>
    html`<p><button name="person" value="${sub}">${name}</button> <span class="soft">${said.roles[role]}</span></p>\n`,
)}</form>
<h2>${said.other}</h2>
<form class="comment-form" method="post" novalidate>
<p><label for="email">${said.email}</label><input id="email" name="email" type="email" autocomplete="email" required${invalid}></p>
${isUnknown && html`<p id="unknown" class="notice">${said.unknown}</p>`}
<p><button>${said.go}</button></p>
</form>
<form class="comment-form" method="post"><p><button class="quiet" name="cancel" value="yes">${said.cancel}</button></p></form>
</main>`;
  return { language, title: said.title, body };
};

/** Asks whether to sign out. @param form the provider's own, with its one-time mark */
export const leavePage = (language: Language, form: string): SignInPage => {
  const said = words[language];
  const trusted: Html = { markup: form, toString: () => form };
  const body = html`<main>
<h1>${said.leave}</h1>
${trusted}
<p class="comment-form"><button form="op.logoutForm" name="logout" value="yes">${said.yes}</button>
<button class="quiet" form="op.logoutForm">${said.no}</button></p>
</main>`;
  return { language, title: said.leave, body };
};

export const leftPage = (language: Language): SignInPage => {
  const { left } = words[language];
  return { language, title: left, body: html`<main><h1>${left}</h1></main>` };
};

/** @param problem a code of OAuth's, such as `invalid_request`, and what the provider says of it */
export const failedPage = (language: Language, problem: string): SignInPage => {
  const { failed, again } = words[language];
  const body = html`<main><h1>${failed}</h1><p>${again}</p><p><code>${problem}</code></p></main>`;
  return { language, title: failed, body };
};
