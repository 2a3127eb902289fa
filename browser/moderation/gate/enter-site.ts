import type { Calls } from '../calls/site-calls.ts';
import type { Desk } from '../desk.ts';
import { takeCaught } from '../session/caught.ts';
import { readInvitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import type { Me } from '../wire.ts';

export type Entrance =
  | { readonly kind: 'in'; readonly me: Me; readonly after: ((desk: Desk) => Promise<void>) | undefined }
  | { readonly kind: 'no-member' | 'not-joined' | 'no-site' | 'failed' };

const FORBIDDEN = 403;
const NOT_FOUND = 404;

/** Joins the team by the invitation in the address, if there is one, asks who this is, and repeats what an expired sign-in caught. */
export const enterSite = async (calls: Calls, session: Session, site: string): Promise<Entrance> => {
  const invitation = readInvitation(location.hash)?.token;
  const tokens = session.tokens();
  let joined = false;
  if (invitation !== undefined && tokens) {
    history.replaceState(null, '', location.pathname);
    const { idToken, nonce } = tokens;
    joined = (await calls.join({ invitation, idToken, nonce })).isOk;
  }
  const answer = await calls.me();
  if (answer.isOk) return { kind: 'in', me: answer.reply, after: afterOf(calls, site, joined) };
  if (answer.status === NOT_FOUND) return { kind: 'no-site' };
  if (answer.status !== FORBIDDEN) return { kind: 'failed' };
  return { kind: invitation === undefined ? 'no-member' : 'not-joined' };
};

const afterOf = (calls: Calls, site: string, joined: boolean) => {
  const caught = takeCaught(site);
  if (caught.length === 0 && !joined) return undefined;
  return async ({ toasts, words }: Desk) => {
    if (joined) toasts.show({ text: words.value.frame.signIn.joined, tone: 'done' });
    const [first] = caught;
    if (!first) return;
    const answer = await calls.decide(caught);
    const done = answer.isOk ? answer.reply.results.filter(({ problem }) => !problem).length : 0;
    const { doneMany, failedMany } = words.value.queue;
    const failed = caught.length - done;
    toasts.show({
      text: `${doneMany[first.decision](done)}.${failed > 0 ? ` ${failedMany(failed)}` : ''}`,
      tone: failed > 0 ? 'problem' : 'done',
    });
  };
};
