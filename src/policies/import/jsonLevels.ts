import type { RefusalCode } from './importReading.ts';
import type { Token } from './tokens.ts';

/** An object or a list of JSON that is being read. */
export interface Level {
  readonly type: 'object' | 'array';
  /** The key whose value it is; an entry of a list has that of its list. */
  readonly key: string;
  /** Whether it is a statement or inside one. */
  readonly inStatement: boolean;
}

/** Why it is not read on. */
export interface Failure {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly at: Token;
}

/** What has texts of which a part can be missing: resources, principals and the values of conditions. */
export const TEXT_KEY = /^(?:Not)?Resource$|^(?:AWS|Federated|Service)$|:/;

export const closingOf = ({ type }: Level): string => (type === 'object' ? '}' : ']');

/** A key as it is meant: one letter of it may be written as an escape. */
export const nameOf = (written: string): string =>
  written.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
