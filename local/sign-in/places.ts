/** Where the local provider is, below the server's address; its issuer is that address with this path. */
export const SIGN_IN_PATH = '/oidc';
/** The moderators' page as the provider knows it. */
export const CLIENT_ID = 'palabre-moderation';

const CHOICE = `${SIGN_IN_PATH}/choose/`;
/** The page on which somebody chooses who to be, for one sign-in. */
export const pathOfChoice = (uid: string): string => `${CHOICE}${uid}`;
export const isChoice = (path: string): boolean => path.startsWith(CHOICE);
