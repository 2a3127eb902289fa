import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../src/comment/site.ts';
import type { DemoArticle } from '../articles/article.ts';
import { demoArticles } from '../articles/articles.ts';

/** A comment as the data files describe it. */
type Written = {
  readonly id: string;
  /** The article's slug; absent for the first article of the language. */
  readonly on?: string;
  /** Who signs it. Comments of one name are one person's. */
  readonly by: string;
  /** Hours before the seeding began. */
  readonly h: number;
  readonly text: string;
  /** The comment that it answers. */
  readonly to?: string;
  readonly url?: string;
  /** What a robot wrote into the field that people do not see. */
  readonly honeypot?: string;
  /** What a moderator does with it; without it, they approve what was held. */
  readonly then?: 'none' | 'reject' | 'spam';
  readonly reason?: string;
};

export type DemoComment = Written & { readonly article: DemoArticle; readonly network: string };

/** One thing that happened, at a time in milliseconds since 1970. */
export type Step =
  | { readonly kind: 'submit'; readonly at: number; readonly comment: DemoComment }
  | { readonly kind: 'look'; readonly at: number; readonly comment: DemoComment };

const HOUR_MS = 3_600_000;
/** Hours until a moderator looks at a comment: soon enough that those who answer it find it published. */
const LOOK_H = 0.25;
const LOOK_SPREAD_H = [0, 0.04, 0.09, 0.02, 0.12];

/** Prefixes for documentation (RFC 5737), one for each language's readers. */
const NETWORKS: Readonly<Record<Language, string>> = { fr: '192.0.2.', en: '198.51.100.' };

/** Everything that happened under the demo's articles, in the order of time. */
export const planOf = (startedAt: number): readonly Step[] =>
  demoArticles
    .flatMap(commentsOn)
    .flatMap((comment, at): readonly Step[] => {
      const sentAt = startedAt - comment.h * HOUR_MS;
      const lookAt = sentAt + (LOOK_H + (LOOK_SPREAD_H[at % LOOK_SPREAD_H.length] ?? 0)) * HOUR_MS;
      const submit = { kind: 'submit', at: Math.round(sentAt), comment } as const;
      return comment.then === 'none'
        ? [submit]
        : [submit, { kind: 'look', at: Math.round(lookAt), comment } as const];
    })
    .toSorted((one, other) => one.at - other.at);

const commentsOn = (article: DemoArticle): readonly DemoComment[] => {
  const file = join(import.meta.dirname, `comments-${article.language}.json`);
  const written = JSON.parse(readFileSync(file, 'utf8')) as readonly Written[];
  const people = [...new Set(written.map(({ by }) => by))];
  const first = demoArticles.find(({ language }) => language === article.language)?.slug;
  const onThis = written.filter(({ on = first }) => on === article.slug);
  return onThis.map((comment) => ({
    ...comment,
    article,
    network: `${NETWORKS[article.language]}${people.indexOf(comment.by) + 1}`,
  }));
};
