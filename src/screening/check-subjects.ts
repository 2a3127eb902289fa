/**
 * Checks that look only at a comment's content, so that they can judge an old comment anew. The others need what is not stored with it, or was
 * true only at its time.
 */
const ofText = [
  'invisible',
  'text-length',
  'bidi-controls',
  'shouting',
  'endless-word',
  'links',
  'learned-filter',
  'abusive-words',
  'blocked-words',
  'blocked-domains',
  'staff',
] as const;

/** Checks of how a comment was sent, by whom, and what else was sent then. What they found stays with it, whatever its text becomes. */
const ofSending = [
  'author-page',
  'blocked-emails',
  'duplicate',
  'flood',
  'form-token',
  'honeypot',
  'near-duplicate',
  'proof',
  'surge',
] as const;

/** Checks of what holds of an author or an article at the moment. */
type OfMoment = 'article-mode' | 'banned' | 'blocked-networks' | 'first-comment';

/** Each check is one of these: where one is not, the compiler takes no list of checks here. */
type Placed = (typeof ofText)[number] | (typeof ofSending)[number] | OfMoment;

export const isAboutText = (check: Placed): boolean => (ofText as readonly string[]).includes(check);
/** @param check as findings name it */
export const isOfSending = (check: string): boolean => (ofSending as readonly string[]).includes(check);
