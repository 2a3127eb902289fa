import type { Comment, CommentId, Draft } from '../src/comment/comment.ts';
import { defaultPolicy, type Policy } from '../src/comment/policy.ts';
import type { Evidence } from '../src/screening/check.ts';
import { shippedModel } from '../src/screening/filter/model/shipped-model.ts';

/** A moment in all tests that need one: a morning in May 2026. */
export const NOW = Date.UTC(2026, 4, 12, 9, 30);

/** What an ordinary reader sends. */
export const aDraft = (stated: Partial<Draft> = {}): Draft => ({
  site: 'demo',
  article: 'tempete-de-mars',
  author: 'Maëlle Le Goff',
  text: 'Merci pour cet article. Chez nous, à Douarnenez, la digue a tenu mais le port est resté fermé deux jours.',
  language: 'fr',
  ...stated,
});

/** The default policy but for what is stated, section by section. */
export const aPolicy = (stated: { readonly [K in keyof Policy]?: Partial<Policy[K]> } = {}): Policy =>
  Object.fromEntries(
    Object.entries(defaultPolicy).map(([section, rules]) => [
      section,
      { ...rules, ...stated[section as keyof Policy] },
    ]),
  ) as Policy;

const model = shippedModel();

/** Evidence that speaks for a draft: a known author, an open article, a form filled in at leisure. */
export const anEvidence = (stated: Partial<Evidence> = {}): Evidence => ({
  draft: aDraft(),
  policy: aPolicy(),
  language: 'fr',
  now: NOW,
  mode: 'open',
  author: { proven: true, approved: 3, refused: 0, spam: 0, unseen: 0 },
  form: { state: 'genuine', ageS: 90, used: 'no' },
  honeypot: '',
  address: '192.0.2.17',
  earlier: [],
  neighbours: [],
  siteRecent: 0,
  resembling: [],
  model,
  learned: [],
  ...stated,
});

/** A comment that waits for a moderator. */
export const aComment = (stated: Partial<Comment> = {}): Comment => {
  const { site, article, author, text, language } = aDraft();
  const id = stated.id ?? ('01KRDPGZQ0N7V3T2Y4M6C8E9FA' as CommentId);
  return {
    site,
    article,
    id,
    status: 'pending',
    version: 1,
    author,
    text,
    root: id,
    language,
    createdAt: NOW,
    since: NOW,
    verdict: { outcome: 'hold', findings: [] },
    policyVersion: 1,
    authorKey: '1:author',
    authorRecord: { approved: 0, refused: 0 },
    networkKey: '1:network',
    fingerprint: 'fingerprint',
    seen: false,
    ...stated,
  };
};
