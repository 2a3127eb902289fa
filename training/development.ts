import type { Example } from './examples/example.ts';
import { readSet } from './examples/read-data.ts';

/** Sites whose comments were looked at while features, weights of sets and thresholds were chosen. */
const SITES = new Set([
  ...['wp_midonet', 'midonet/midonet-blog', 'datacamp_blog_a'],
  ...['donbonifacio/arzebiu', 'banyoungkwan/banyoungkwan', 'brobertsaz/blog', 'Bill/Bill.github.io'],
  'alienlebarge/alienlebarge.github.com',
  ...['albal/blog.tsew.com', 'CodeFriendly/panthar.org', 'charleso/blog', 'chrisjrob/chrisjrob.github.io'],
]);
/** Sets of blogs, some of which are development sites. */
export const BLOGS = ['wp_midonet', 'datacamp_blog_a', 'wxr_blogs_open'];

export const isDevelopment = ({ group }: Example): boolean => SITES.has(group);

/** Comments that settings may be tuned on, though no weight is learned from them. Empty when the sets are missing. */
export const developmentComments = (directory: string): readonly Example[] =>
  BLOGS.flatMap((name) => readSet(directory, name)).filter(isDevelopment);

const FRENCH = ['cyberado_fr', 'mlma_fr_toxic'];

/** Comments of French readers, honest or rude and never spam, with the same restriction. */
export const frenchComments = (directory: string): readonly Example[] => [
  ...FRENCH.flatMap((name) => readSet(directory, name)),
  ...developmentComments(directory).filter(({ language }) => language === 'fr'),
];
