/** The tree of a file in HCL: blocks, attributes and expressions, each with its place. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** A text with expressions in it. */
    | { readonly kind: 'template'; readonly parts: readonly Expression[] }
    /** `aws_s3_bucket.data.arn`: names and indexes, as they are written. */
    | { readonly kind: 'reference'; readonly path: readonly string[] }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly args: readonly Expression[];
        /** `…`: the entries of the last value are arguments. */
        readonly isExpanded?: boolean;
      }
    /** Names and indexes behind what is no reference: `lookup(…)["key"]`. */
    | { readonly kind: 'part'; readonly of: Expression; readonly path: readonly string[] }
    | { readonly kind: 'list'; readonly entries: readonly Expression[] }
    | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
    | {
        readonly kind: 'conditional';
        /** In its words. */
        readonly condition: Span;
        readonly test: Expression;
        readonly whether: Expression;
        readonly otherwise: Expression;
      }
    | {
        readonly kind: 'for';
        /** Of the key and the value, or of the value alone. */
        readonly names: readonly string[];
        readonly collection: Expression;
        /** Of an object. */
        readonly key?: Expression;
        readonly value: Expression;
        /** Selects the entries. */
        readonly condition?: Expression;
        /** By keys that several entries have. */
        readonly isGrouped: boolean;
      }
    /** Values with operators between them, as they are written: what comes first is left to the reader. */
    | {
        readonly kind: 'operation';
        readonly operands: readonly Expression[];
        readonly operators: readonly string[];
      }
    | { readonly kind: 'not'; readonly operand: Expression }
    /** What only Terraform can compute, in words. */
    | { readonly kind: 'computed'; readonly what: string }
  );

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export const attributeOf = ({ attributes }: Block, name: string): Expression | undefined =>
  attributes.find((one) => one.name === name)?.value;

/** The name of a part by what is in its brackets. One that is computed keeps them: it is no name. */
export const indexName = (written: string): string => {
  const text = written.trim();
  return /^(?:\*|\d+|"[^"$%\\]*")$/.test(text) ? text : `[${text}]`;
};

/** A part of a value, by its name. */
export function within(value: Expression, name: string, to: number): Expression {
  if (value.kind === 'reference' || value.kind === 'part')
    return { ...value, path: [...value.path, name], to };
  return value.kind === 'computed'
    ? { kind: 'computed', what: 'a part of a value', from: value.from, to }
    : { kind: 'part', of: value, path: [name], from: value.from, to };
}
