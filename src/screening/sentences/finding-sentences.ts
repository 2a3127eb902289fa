/** What is said of a check that saw something: to moderators, who read its terms as well where they tell, and to the author. */
export type Sentence = {
  readonly moderator: string;
  readonly terms?: true;
  /** None where it would tell how to get round the check. */
  readonly author?: string;
};

/** By check. The learned filter has sentences of its own. */
export type Sentences = Readonly<Record<string, Sentence>>;
