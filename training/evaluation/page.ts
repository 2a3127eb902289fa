type Sections = Readonly<
  Record<
    | 'hash'
    | 'shipped'
    | 'promises'
    | 'fitted'
    | 'held'
    | 'campaigns'
    | 'authored'
    | 'planted'
    | 'seeds'
    | 'thresholds'
    | 'calibration'
    | 'disguises'
    | 'times'
    | 'tubeSpam'
    | 'across'
    | 'otherLanguages'
    | 'streams'
    | 'curve'
    | 'french'
    | 'sites'
    | 'language'
    | 'baselines',
    string
  >
>;

/** The evaluation's page, composed of its tables. */
export const evaluationPage = (of: Sections): string => `# How good the learned filter is

Every figure here is written by \`npm run evaluate -- --data DIRECTORY --baselines\`; the weights are \`${of.hash}\`, see the
[model card](model-card.md). *Caught at 0.5 %* is the share of spam over the score that half a per cent of the same honest
comments exceed. Ranges hold 95 %: Wilson's for shares, a bootstrap for the rest. Models that a table learns for itself are of one
fit and one draw of the generated texts, where the shipped one is the mean of six fits of three draws.

${unknownSites(of)}

## Disguises

${of.disguises}

## French spam

The project's own French texts, a fifth of the templates left out in turn, with all that is generated from them: written by the
same hands as what was learned from, so kinder than the world is. Flattery keeps the name and page that give it away. Each fold's model has one fit, and thresholds of its own,
fitted on the same honest comments by the same rule as the shipped ones.

${of.french}

${otherLanguages(of)}

${otherBlogs(of)}

## TubeSpam

${of.tubeSpam}

${learning(of)}

## Size and time

On the machine that wrote this page; of several turns the quickest, which nothing interrupted.

${of.times}

${languageTold(of)}

${whatOthersUse(of)}
`;

/** The main table, its charts, and all that is judged with the weights and thresholds that ship. */
const unknownSites = (of: Sections): string => `## The shipped weights on sites they know nothing of

Blogs and news comments from which no weight was learned. The development sites were looked at while features, weights of
sets and thresholds were chosen, so their figures flatter. The test sites’ comments were not looked at, but their figures for some
seventy-five settings were seen before the last ones were chosen. The French blog counted as a test site until
an evaluation had shown it.

${of.shipped}

![Spam caught by honest comments blocked](roc.svg)

![Scores of both classes](scores.svg)

${promises(of)}

${otherTexts(of)}

### Thresholds by recall

From all sites of the first table, development and test.

${of.thresholds}

### Calibration

${of.calibration}

![Probability said and found](calibration.svg)`;

/** What the thresholds promise of honest comments, and what was found. */
const promises = (of: Sections): string => `### Honest comments: promised and found

The default policy accepts that one honest comment in two hundred is held and one in a thousand called spam. Thresholds are
fitted to honest comments of sites no weight was learned from, by the text's language and by whether its author states a
page. Each row is a site judged by thresholds fitted without it; the rule by which sites set thresholds was chosen with all of
them in view. They keep a margin for chance: with 90 % confidence, other comments of the same kind stay within the share. A site whose authors stated no pages is judged once more with made-up pages. Comments that a reader holds for undetected advertising were
set aside (\`training/examples/set-aside.txt\`); they had been read because an earlier model found them suspicious, or their names read like keywords, so these figures
are lower than blind reading gives.

${of.promises}

What the shipped thresholds are, in log-odds, and where they lie when sites and their comments are drawn again:

${of.fitted}`;

/** Sets that are all honest or all spam, and texts made to be judged. */
const otherTexts = (of: Sections): string => `### Honest comments of other sets

With the shipped thresholds. Insults are not spam: they have to pass here. Of these, only ucc_globeandmail_val,
germeval2021_fb_news, korean_news_a and the blogs in other languages had no part in the thresholds.

${of.held}

### Spam of unseen sites

With the shipped thresholds. Only wp_midonet is a queue as robots filled it. What is found in haacked, evertpot and wxr_blogs_open had
been approved: it is what other filters and moderators had let pass.

${of.campaigns}

### Texts written to be judged

Praise as language models write it, with the aim in name and page; what shopkeepers, associations and bloggers write, with
pages of their own; and adverts and honest comments by other hands than those that wrote what was learned from. All were written for the
project, and none was learned from. The other hands wrote, in English, spam-seo-prose (sentences of an article around a phrase to be found for, mostly
without a link), spam-praise-then-phrase, spam-services, spam-page-flattery (the aim is in name and page), ham-blog-talk, ham-bloggers-and-makers,
ham-goods-and-money and ham-expert; in French, ham-commerce-sujet (on what is sold as well) and ham-signe-pro (signed with a trade or an office, most
of them with a page); and in several languages spam-robot-offers (baits, medicines, links and random letters as robots post them) and ham-remarks.

${of.authored}

### Adverts inside long honest texts

Long texts are judged stretch by stretch, and the worst stretch can have a comment held.

${of.planted}`;

/** What a language that was learned teaches of others. */
const otherLanguages = (of: Sections): string => `## Other languages

${of.across}

Languages and platforms that the shipped weights do not know:

${of.otherLanguages}`;

/** Each blog against what all others teach. */
const otherBlogs = (of: Sections): string => `## Each blog by what the others teach

Learned from all other blogs and from what ships; nothing of the blog itself. Even odds are those after the correction
for unknown sites that the shipped weights have.

${of.sites}`;

/** What more examples, and the order of examples, change. */
const learning = (of: Sections): string => `## Learning from a site's moderators

${of.streams}

## More to learn from

${of.curve}

![Learning curve](learning-curve.svg)

## How far the order of learning matters

The same examples learned from in other orders, on the sites of the first table.

${of.seeds}`;

/** How well languages are told apart. */
const languageTold = (of: Sections): string => `## Language

Each French or English text as if its article were in the other language: the harder half of the question, because a text
of fewer than three words, or as near to both, is taken to be in the article's. *Unfamiliar* is what is told to be in
neither. Beside it eld, a package made for telling languages. Sets are labelled as a whole: some of their texts are in
another language, or in none.

${of.language}`;

/** Other programs on the same comments. */
const whatOthersUse = (of: Sections): string => `## What others use

On the same comments as the first table, each program at its own default threshold, and by its own scores where half a
per cent of the honest comments are blocked. Those that learn were taught with what the shipped weights learned from, all
of it or a sample drawn by the seed, and see name, address, title and text. Mail filters are shown each comment as an
e-mail; what asks the network, or judges the server that delivered a mail, is off. bogofilter blocks from 0.99,
SpamAssassin from 5, rspamd where it would mark a message as spam.

${of.baselines}`;
