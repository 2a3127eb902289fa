import type { Calls } from '../calls/site-calls.ts';
import type { Desk } from '../desk.ts';
import { repeatCaught } from '../queue/repeat.ts';
import { deciderOf, takeCaught } from '../session/caught.ts';
import { readInvitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { mayWork } from '../shell/failure.ts';
import type { Me } from '../wire.ts';

export type Entrance =
  | { readonly kind: 'in'; readonly me: Me; readonly after: (desk: Desk) => Promise<void> }
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
  if (answer.isOk) return { kind: 'in', me: answer.reply, after: afterOf(answer.reply, joined) };
  if (answer.status === NOT_FOUND) return { kind: 'no-site' };
  if (answer.status !== FORBIDDEN) return { kind: 'failed' };
  return { kind: invitation === undefined ? 'no-member' : 'not-joined' };
};

/** Done before the first list is loaded, which shows what is left to do. */
const afterOf =
  (me: Me, joined: boolean) =>
  async (desk: Desk): Promise<void> => {
    const { toasts, words } = desk;
    if (joined) toasts.show({ text: words.value.frame.signIn.joined, tone: 'done' });
    const caught = takeCaught(deciderOf(me));
    if (caught.decisions.length > 0) await desk.atWork(repeatCaught(desk, caught));
  };
