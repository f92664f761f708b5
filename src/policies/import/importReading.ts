import type { DocumentKind, PolicyDocument, TextRange } from '../language/policy.ts';
import type { PlacedValue } from '../language/ranges.ts';

/** What is found in a pasted, dropped or opened text: policies, and why others are refused. All as data. */

export type RepairCode =
  | 'quotes'
  /** The name of an element had no quotation marks, as JavaScript writes it. */
  | 'bareName'
  /** `True`, `False` or `None` of a Python dictionary. */
  | 'pythonWord'
  /** `f"…{bucket}"`, or a name: what only the program knows became placeholders. */
  | 'formattedText'
  /** A variable has the value that the program assigns to it once. */
  | 'programValue'
  /** A statement of AWS CDK code, with the names that policies have for its parts. */
  | 'cdkStatement'
  | 'spaces'
  | 'missingComma'
  | 'trailingComma'
  | 'missingClosing'
  /** The list of statements had no end: statements may have followed in the original. */
  | 'unclosedStatements'
  | 'comment'
  /** `Sid` beside `Version`, which the grammar does not know. It names nothing and is left out. */
  | 'misplacedSid';

/** A change to the text without which it could not be read as it is meant. None of them changes what is between two quotation marks. */
export interface Repair {
  readonly code: RepairCode;
  /** What was inserted, removed or replaced. */
  readonly detail: string;
  /** In the text as pasted; of an insertion, the place without length. */
  readonly range: TextRange;
}

export type NoteCode =
  /** The document is in the text as a string, or in another notation: its text is written anew. */
  | 'decoded'
  | 'writtenAsJson'
  /** A reference to what only the stack or configuration knows became a placeholder. */
  | 'placeholder'
  /** The text has it only under these conditions, in its words. */
  | 'onlyIf'
  /** A policy template of AWS SAM became the policy that SAM makes of it. */
  | 'samTemplate'
  /** Only statements are there: a document with this version was put around them. */
  | 'statementsOnly'
  /** The module from this source makes the policy of these statements. */
  | 'ofModule'
  /** The role has this permissions boundary. */
  | 'boundary'
  /** The role has this managed policy, which is somewhere else. */
  | 'attached'
  /** Odd characters inside a string are part of it for IAM. */
  | 'oddCharacter'
  /** A string has a variable that another tool puts a value for, such as `$ACCT` of a shell. IAM knows no such variable. */
  | 'unresolvedVariable'
  /** One entry of a list could be several, such as `s3:Get*, s3:Put*`. IAM reads it as one. */
  | 'severalInOne'
  /** The whole policy is in a comment. */
  | 'commentedOut'
  /** A part of the policy is in a comment, and stays out. */
  | 'commentedPart'
  /** JSON goes on behind the end of the document. */
  | 'moreFollows'
  /** Other policies in the text were not read. */
  | 'notAlone'
  /** The kind is a guess: the text does not say what the policy is attached to. */
  | 'kindGuessed';

/** Something to know about a policy that is no repair. */
export interface Note {
  readonly code: NoteCode;
  readonly detail: string;
  readonly range: TextRange;
}

/** A kind of document of a set, or the policy of a resource, which can be checked, but is in no set. */
export type FoundKind = DocumentKind | 'resource';

export interface FoundPolicy {
  /** A name for it: of the policy where one is given, else its first Sid, else its number. */
  readonly title: string;
  readonly kind: FoundKind;
  /** Where it comes from, in words: “inline policy “X” of role “Y””. */
  readonly source: string;
  /** The policy's JSON: word for word where it stood as such in the text, but for the repairs and the indent. */
  readonly text: string;
  /** What the text says, and where its values are in it: it need not be parsed again. */
  readonly policy: PolicyDocument;
  readonly places: readonly PlacedValue[];
  /** Where it is in the text as pasted. */
  readonly range: TextRange;
  readonly repairs: readonly Repair[];
  readonly notes: readonly Note[];
  /** A part of it may be missing, or its writer commented it out: imported only on request. */
  readonly doubtful: boolean;
}

export type RefusalCode =
  | 'tooLarge'
  | 'tooDeep'
  /** More pieces of JSON than are looked at; from the place on the text is not read. */
  | 'tooMany'
  | 'empty'
  | 'notJson'
  /** The text ends, or prose begins, inside a statement: what is missing could be a condition. */
  | 'cutOff'
  /** It can be read in two ways that give different access. */
  | 'ambiguous'
  /** Quotation marks that can be read in two ways: as part of a string, or as its end. */
  | 'mixedQuotes'
  | 'duplicateKey'
  | 'notAPolicy'
  /** A value that a plan does not know yet. */
  | 'notKnown'
  /** A function of a template, or an expression, whose result the text does not tell. */
  | 'notComputed'
  /** A policy template of AWS SAM that is not known, or lacks a parameter. */
  | 'policyTemplate'
  /** A permission of a function whose principal, action or function the text does not tell, or that SAM makes for an event. */
  | 'permission'
  /** The output says that there is more of it. */
  | 'truncated'
  /** It is named here, and is somewhere else. */
  | 'elsewhere'
  /** An argument of a module that another one turns off. */
  | 'notUsed'
  /** More forms of one policy, by conditions, than are offered. */
  | 'manyConditions'
  /** It looks like a policy, in a notation or at a place that is not read. */
  | 'notRead'
  | 'notYaml'
  /** A block of a Terraform configuration that cannot be read on from somewhere. */
  | 'notHcl'
  /** YAML, and the person who called has no reader for it. */
  | 'yaml';

export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly range: TextRange;
  /** What it would be the policy of, where the text says. */
  readonly name?: string;
}

export interface ImportReading {
  /** In the order of the text. */
  readonly policies: readonly FoundPolicy[];
  readonly refusals: readonly Refusal[];
}
