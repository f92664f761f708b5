/** A value that is entered when the export is deployed. */
export interface Parameter {
  /** `account-id`; each exporter writes it in the style of its language. */
  readonly name: string;
  readonly description: string;
  /** Sentence for a value that does not match. */
  readonly rule: string;
  /** Without anchors; see `ValuePattern`. */
  readonly pattern: string;
  /** What must be found nowhere in the value; see `ValuePattern`. */
  readonly refused?: string;
  /** The placeholder in the documents that it replaces, without brackets. */
  readonly placeholder?: string;
  /** A list of values, each of which must match. Only for inputs outside of policies. */
  readonly list?: true;
}
