type Sections = Readonly<
  Record<
    | 'hash'
    | 'shipped'
    | 'held'
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

/** The evaluation's page out of its tables. */
export const evaluationPage = (of: Sections): string => `# How good the learned filter is

Every figure here is written by \`npm run evaluate -- --data DIRECTORY --baselines\`; the weights are \`${of.hash}\`, see the
[model card](model-card.md). *Caught at 0.5 %* is the share of spam over the score that half a per cent of the same honest
comments exceed.

## The shipped weights on sites they know nothing of

Blogs and news comments from which no weight was learned. The development sites were looked at while features, weights of
sets and thresholds were chosen, so their figures flatter; the test sites were not. The French blog counted as a test site until
an evaluation had shown it.

${of.shipped}

![Spam caught by honest comments blocked](roc.svg)

![Scores of both classes](scores.svg)

### Honest comments that are held

With the default policy, which accepts that one honest comment in two hundred is held. Insults are not spam: they have to
pass here. The thresholds for French texts were chosen by the rows of cyberado_fr, mlma_fr_toxic and the French blog (wxr_blogs_open,
fr), the others by the development sites among the blogs.

${of.held}

### Thresholds

What the policy's \`learnedFilter.holdPercent\` and \`spamPercent\` come to is in the weights, from the development sites. Here
it is from all sites above, development and test, to be compared.

${of.thresholds}

### Calibration

${of.calibration}

![Probability said and found](calibration.svg)

## Disguises

${of.disguises}

## French spam

The project's own French texts, a fifth of the templates left out in turn: written by the same hands as what was learned
from, so kinder than the world is.

${of.french}

## Other languages

${of.across}

Languages and platforms that the shipped weights do not know:

${of.otherLanguages}

## Each blog by what the others teach

Learned from all other blogs and from what ships; nothing of the blog itself. Even odds are those after the correction
for unknown sites that the shipped weights have.

${of.sites}

## TubeSpam

${of.tubeSpam}

## Learning from a site's moderators

${of.streams}

## More to learn from

${of.curve}

![Learning curve](learning-curve.svg)

## Size and time

On the machine that wrote this page.

${of.times}

## Language

Each French or English text as if its article were in the other language: the harder half of the question, because a text
of fewer than three words, or as near to both, is taken to be in the article's. *Unfamiliar* is what is told to be in
neither. Beside it eld, a package made for telling languages. Sets are labelled as a whole: some of their texts are in
another language, or in none.

${of.language}

## What others use

On the same comments as the first table, each program at its own default threshold, and by its own scores where half a
per cent of the honest comments are blocked. Those that learn were taught with what the shipped weights learned from, all
of it or a sample drawn by the seed, and see name, address, title and text. Mail filters are shown each comment as an
e-mail; what asks the network, or judges the server that delivered a mail, is off. bogofilter blocks from 0.99,
SpamAssassin from 5, rspamd where it would mark a message as spam.

${of.baselines}
`;
