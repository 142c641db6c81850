package eu.gardefou.prompts;

/** Looks for one thing in a passage. Rules have no state and know no language. */
interface Rule {
  void read(Passage p, Findings findings);
}
