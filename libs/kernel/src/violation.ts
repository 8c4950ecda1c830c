/** What a refusal is about, for people and machines: line, amounts in 元, what to do. Values are printed as they are. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one domain error: something may not happen, and nothing was recorded.
 * `code` names the rule in kebab-case, `message` is a Chinese sentence that names the line, the rule and the figures
 * in 元 and says what to do, `facts` are the same for machines.
 */
export class RuleViolation extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly facts: Facts = {},
  ) {
    super(message);
    this.name = 'RuleViolation';
  }
}
