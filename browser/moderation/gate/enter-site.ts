import { DECISIONS_MAX } from '../calls/comment-calls.ts';
import type { Calls } from '../calls/site-calls.ts';
import type { Desk } from '../desk.ts';
import { deciderOf, takeCaught } from '../session/caught.ts';
import { readInvitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { mayWork } from '../shell/failure.ts';
import type { DecisionRequest, Me } from '../wire.ts';

export type Entrance =
  | { readonly kind: 'in'; readonly me: Me; readonly after: ((desk: Desk) => Promise<void>) | undefined }
  | { readonly kind: 'no-member' | 'not-joined' | 'no-site' | 'failed' };

const FORBIDDEN = 403;
const NOT_FOUND = 404;

/** Joins the team by the invitation in the address, if there is one, asks who this is, and repeats what an expired sign-in caught. */
export const enterSite = async (calls: Calls, session: Session): Promise<Entrance> => {
  const invitation = readInvitation(location.hash)?.token;
  const tokens = session.tokens();
  let joined = false;
  if (invitation !== undefined && tokens) {
    const { idToken, nonce } = tokens;
    const answer = await calls.join({ invitation, idToken, nonce });
    // The issuer or the network failed, and not the invitation: the address keeps it for another try.
    if (!answer.isOk && mayWork(answer)) return { kind: 'failed' };
    history.replaceState(null, '', location.pathname);
    joined = answer.isOk;
  }
  const answer = await calls.me();
  if (answer.isOk) return { kind: 'in', me: answer.reply, after: afterOf(calls, answer.reply, joined) };
  if (answer.status === NOT_FOUND) return { kind: 'no-site' };
  if (answer.status !== FORBIDDEN) return { kind: 'failed' };
  return { kind: invitation === undefined ? 'no-member' : 'not-joined' };
};

const afterOf = (calls: Calls, me: Me, joined: boolean) => {
  const caught = takeCaught(deciderOf(me));
  if (caught.length === 0 && !joined) return undefined;
  return async ({ toasts, words }: Desk) => {
    if (joined) toasts.show({ text: words.value.frame.signIn.joined, tone: 'done' });
    const [first] = caught;
    if (!first) return;
    const done = await repeat(calls, caught);
    const { doneMany, failedMany } = words.value.queue;
    const failed = caught.length - done;
    toasts.show({
      text: `${doneMany[first.decision](done)}.${failed > 0 ? ` ${failedMany(failed)}` : ''}`,
      tone: failed > 0 ? 'problem' : 'done',
    });
  };
};

/** @returns how many were made */
const repeat = async (calls: Calls, caught: readonly DecisionRequest[]): Promise<number> => {
  let done = 0;
  for (let at = 0; at < caught.length; at += DECISIONS_MAX) {
    const answer = await calls.decide(caught.slice(at, at + DECISIONS_MAX));
    if (answer.isOk) done += answer.reply.results.filter(({ problem }) => !problem).length;
  }
  return done;
};
