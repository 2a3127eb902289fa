import type { Random } from '../../../training/random.ts';
import { honestComment } from '../../comments.ts';
import { type Ask, expectStatus, type Request, WrongAnswer } from '../../load/ask.ts';
import type { Work } from '../../load/measure.ts';

/** WordPress as it was set up. */
export type Installed = {
  /** Ids of its posts; the first holds the comments whose page is measured. */
  readonly posts: readonly number[];
  /** Path and query of that first one’s page. */
  readonly page: string;
  /** Ids of comments to approve, each once. */
  readonly waiting: number[];
  readonly user: string;
  readonly password: string;
};

export type WordPressWorks = {
  readonly submit: (random: Random) => Work;
  readonly page: (form: 'json' | 'html') => Work;
  readonly approve: (count: number) => Promise<Work>;
};

const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const PAGE = 50;

/** The same work as ours, in WordPress' own requests. */
export const wordpressWorks = (ask: Ask, installed: Installed): WordPressWorks => ({
  submit: (random) => submitWork(installed, random),
  page: (form) => pageWork(installed, form),
  approve: (count) => approveWork(ask, installed, count),
});

/** Guests' comments; the answer leads to the comment that waits. */
const submitWork = ({ posts }: Installed, random: Random): Work => {
  let sent = 0;
  return {
    next: () => {
      const { author, email, text } = honestComment(random);
      sent += 1;
      const post = posts[1 + (sent % 20)] ?? posts[0];
      const fields = {
        author,
        email,
        url: '',
        comment: text,
        comment_post_ID: String(post),
        comment_parent: '0',
      };
      return { method: 'POST', path: '/wp-comments-post.php', headers: FORM_TYPE, body: query(fields) };
    },
    check: (answer) => {
      expectStatus(answer, 302);
      const { location = '' } = answer.headers;
      if (!location.includes('unapproved='))
        throw new WrongAnswer(`WordPress did not hold a comment: ${location}`);
    },
  };
};

/** Its REST interface's comments, or the article's page with its theme. */
const pageWork = ({ posts: [post], page }: Installed, form: 'json' | 'html'): Work => {
  const path =
    form === 'json' ? `/?rest_route=/wp/v2/comments&post=${post}&per_page=${PAGE}&order=asc` : page;
  return {
    next: () => ({ path }),
    check: (answer) => {
      expectStatus(answer, 200);
      const found =
        form === 'json'
          ? (JSON.parse(answer.body) as unknown[]).length
          : answer.body.match(/<li id="comment-\d+/g)?.length;
      if (found !== PAGE) throw new WrongAnswer(`WordPress shows ${found} comments instead of ${PAGE}.`);
    },
  };
};

/** What its list of comments sends when all of a page are approved. */
const approveWork = async (
  ask: Ask,
  { user, password, waiting }: Installed,
  count: number,
): Promise<Work> => {
  const cookie = await logIn(ask, user, password);
  const list = await ask({
    path: '/wp-admin/edit-comments.php?comment_status=moderated',
    headers: { cookie },
  });
  const [, nonce] = /name="_wpnonce" value="(\w+)"/.exec(list.body) ?? [];
  if (nonce === undefined) throw new WrongAnswer('WordPress does not let its administrator moderate.');
  return {
    next: (): Request => {
      const ids = waiting.splice(0, count).map((id) => `delete_comments%5B%5D=${id}`);
      const path = `/wp-admin/edit-comments.php?action=approve&_wpnonce=${nonce}&${ids.join('&')}`;
      return { path, headers: { cookie } };
    },
    check: (answer) => {
      expectStatus(answer, 302);
      const { location = '' } = answer.headers;
      if (!new RegExp(`[?&]approved=${count}(&|$)`).test(location))
        throw new WrongAnswer(`WordPress did not approve ${count} comments: ${location}`);
    },
  };
};

/** @returns the cookies of an administrator */
const logIn = async (ask: Ask, user: string, password: string): Promise<string> => {
  const fields = { log: user, pwd: password, testcookie: '1' };
  const answer = await ask({
    method: 'POST',
    path: '/wp-login.php',
    headers: { ...FORM_TYPE, cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: query(fields),
  });
  expectStatus(answer, 302);
  return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
};

const query = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
