import type { ExistingNames } from './containers/stack.ts';
import type { Conditions } from './conditions/conditionRegion.ts';
import type { FilesBeside } from './filesBeside.ts';

/** What is known of a text beside its content. */
export interface TextSource {
  readonly own: ExistingNames;
  /** Of the file that it is, with its folders; empty where it is none. */
  readonly name: string;
  /** The files that were opened with it. */
  readonly files: FilesBeside;
  /** Whether its policies were in double quotation marks, in which many languages and shells put values: `$name`. */
  readonly isEscaped?: boolean;
  /** Whether its policies were in the cells of a table: a cell can be a list of statements, or one. */
  readonly isTable?: boolean;
  /** Of what it is a part of: a condition can be around several documents of YAML. */
  readonly conditions?: Conditions;
}
