package eu.gardefou.policy;

/**
 * Why a decision is what it is.
 *
 * @param rule identifier of the rule in the policy, such as {@code sexualised-edit-of-a-person}
 * @param decision what this rule asked for
 * @param category open-ended word for clients, such as {@code sexual} or {@code minors}
 * @param text one plain sentence for the person who reads the refusal; never quotes the request
 */
public record Reason(String rule, Decision decision, String category, String text) {}
