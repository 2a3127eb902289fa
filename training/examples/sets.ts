/** A labelled set: its origin, its licence, and the weight of its examples in training. */
export type DataSet = {
  readonly name: string;
  readonly origin: string;
  readonly licence: string;
  /** Whether weights that are published may be learned from it. */
  readonly ships: boolean;
  /** Weight of one example. */
  readonly weight: number;
};

const SMS = 'UCI SMS Spam Collection (Almeida, Gómez Hidalgo, Yamakami 2011)';
const TRANSLATED = `${SMS}, translated by machine (lizfrey/comp-neuro-final-project)`;

/** Blogs whose honest comments may teach. Their readers mostly state no page. */
export const TEACHING_BLOGS: readonly string[] = ['mademistakes', 'joehx', 'spinningnumbers', 'freddysblog'];

/** All labelled sets, in the order in which they are read. */
export const dataSets: readonly DataSet[] = [
  {
    name: 'youtube_uci',
    origin: 'UCI YouTube Spam Collection (Alberto, Lochter, Almeida 2015)',
    ...{ licence: 'CC BY 4.0', ships: true, weight: 0.7 },
  },
  { name: 'sms_uci', origin: SMS, licence: 'CC BY 4.0', ships: true, weight: 0.2 },
  { name: 'sms_mt_fr', origin: TRANSLATED, licence: 'CC BY 4.0, MIT', ships: true, weight: 0.2 },
  { name: 'sms_mt_de', origin: TRANSLATED, licence: 'CC BY 4.0, MIT', ships: true, weight: 0.1 },
  { name: 'sms_mt_hi', origin: TRANSLATED, licence: 'CC BY 4.0, MIT', ships: true, weight: 0.1 },
  { name: 'tg_spam', origin: 'umputun/tg-spam, sample messages', licence: 'MIT', ships: true, weight: 0.7 },
  { name: 'en_synth_open', origin: 'written for the project', licence: 'MIT', ships: true, weight: 0.7 },
  { name: 'fr_synth_open', origin: 'written for the project', licence: 'MIT', ships: true, weight: 1.5 },
  { name: 'fr_synth_spintax', origin: 'written for the project', licence: 'MIT', ships: true, weight: 0.7 },
  {
    name: 'texts',
    origin: 'written for the project: `training/texts`',
    licence: 'MIT',
    ships: true,
    weight: 0.7,
  },
  ...TEACHING_BLOGS.map((name) => ({
    name,
    origin: 'approved comments of a blog, kept in its public repository',
    ...{ licence: 'MIT', ships: true, weight: 2.4 },
  })),
  {
    name: 'keywords',
    origin: 'comments made up around terms of splorp/wordpress-comment-blacklist',
    ...{ licence: 'MIT', ships: true, weight: 0.125 },
  },
  {
    name: 'traders',
    origin: 'texts above, signed by made-up trades with pages of their own',
    ...{ licence: 'theirs', ships: true, weight: 0.25 },
  },
  {
    name: 'tails',
    origin: 'texts above with something appended: a phrase to be found for, or a greeting',
    ...{ licence: 'theirs', ships: true, weight: 0.3 },
  },
  {
    name: 'honest',
    origin: 'longer comments made of honest ones above',
    licence: 'theirs',
    ships: true,
    weight: 1.4,
  },
  { name: 'wp_midonet', origin: 'a blog', licence: 'none stated', ships: false, weight: 1 },
  { name: 'datacamp_blog_a', origin: 'a blog', licence: 'none stated', ships: false, weight: 1.5 },
  { name: 'wxr_blogs_open', origin: 'eleven blogs', licence: 'none stated', ships: false, weight: 1 },
  { name: 'id_gambling_yt', origin: 'YouTube comments', licence: 'unclear', ships: false, weight: 0.5 },
  { name: 'zh_comment_antispam', origin: 'a comment service', licence: 'none', ships: false, weight: 0.5 },
  { name: 'cyberado_fr', origin: 'CyberAgressionAdo-v1', licence: 'not stated', ships: false, weight: 0.5 },
  { name: 'mlma_fr_toxic', origin: 'MLMA hate speech', licence: 'MIT', ships: false, weight: 0.5 },
  ...['haacked', 'evertpot', 'yasoob', 'xamdk'].map((name) => ({
    name,
    origin: 'a blog',
    ...{ licence: 'none stated', ships: false, weight: 1 },
  })),
  {
    name: 'republique_fr',
    origin: 'a public consultation',
    licence: 'not stated',
    ships: false,
    weight: 0.5,
  },
  {
    name: 'ucc_globeandmail_val',
    origin: 'Unhealthy Comments Corpus',
    ...{ licence: 'CC BY-NC-SA 4.0', ships: false, weight: 0.5 },
  },
  { name: 'germeval2021_fb_news', origin: 'GermEval 2021', licence: 'not stated', ships: false, weight: 0.5 },
  { name: 'korean_news_a', origin: 'kocohub', licence: 'CC BY-SA 4.0', ships: false, weight: 0.5 },
];

/** The weight of one example of a set. */
export const weightOf = (name: string): number => dataSets.find((set) => set.name === name)?.weight ?? 1;
