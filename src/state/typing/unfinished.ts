import { create } from 'zustand';
import type { UserGuarantee, UserTest } from '../../policies/model/draft.ts';

/** A test as it is being typed. */
export type Entered = Omit<UserTest, 'context' | 'id'> & { readonly context: string };

/** A guarantee as it is being typed: lists are texts with an entry a line. */
export type EnteredGuarantee = Pick<UserGuarantee, 'persona' | 'title' | 'must'> &
  Readonly<Record<'actions' | 'resources' | 'condition', string>>;

/** The form that is open above the tests. */
export type TestTool = 'add' | 'refusal' | 'guarantee' | null;

interface Unfinished {
  readonly tool: TestTool;
  /** Tests as they are being typed, by `keyOf`. */
  readonly tests: Readonly<Record<string, Entered>>;
  /** Guarantees as they are being typed, by `keyOf`. */
  readonly guarantees: Readonly<Record<string, EnteredGuarantee>>;
  /** The tests and guarantees, by `keyOf`, whose form is open. */
  readonly changing: Readonly<Record<string, boolean>>;
  /** The access denied message, and the role that was selected for it. */
  readonly refusal: { readonly message: string; readonly persona?: string };
  /** Reasons for findings that are being typed, by document and finding: those that are here are open. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Values of condition keys and placeholders, by the request or document that they are for. */
  readonly values: Readonly<Record<string, string>>;
  /** A pasted text with several values, for the fields that it fills. */
  readonly block: string;
}

/**
 * What is being typed in the panels below the policy. It outlasts them: another panel, another document or a preview takes them
 * from the page, and what was typed is there again when they come back. It goes when it is used or canceled.
 */
export const useUnfinished = create<Unfinished>()(() => ({
  tool: null,
  tests: {},
  guarantees: {},
  changing: {},
  refusal: { message: '' },
  reasons: {},
  values: {},
  block: '',
}));

/** A form of a test that is already there belongs to that test as it is: after Undo, its number can be another test's. */
export const keyOf = (entry: UserTest | UserGuarantee | undefined): string =>
  entry === undefined ? '' : JSON.stringify(entry);

/** Nothing is left of the form of a test. */
export function discardTestForm(key: string): void {
  const { tests, changing } = useUnfinished.getState();
  const { [key]: _entered, ...otherTests } = tests;
  const { [key]: _open, ...otherForms } = changing;
  useUnfinished.setState({ tests: otherTests, changing: otherForms });
}

/** Nothing is left of the form of a guarantee. */
export function discardGuaranteeForm(key: string): void {
  const { guarantees, changing } = useUnfinished.getState();
  const { [key]: _entered, ...others } = guarantees;
  const { [key]: _open, ...otherForms } = changing;
  useUnfinished.setState({ guarantees: others, changing: otherForms });
}

/** A value as it is being typed. It is left in its field when it is used: to give it again is one click. */
export function typeValue(key: string, value: string): void {
  useUnfinished.setState(({ values }) => ({ values: { ...values, [key]: value } }));
}

/** Nothing is left of a reason. */
export function discardReason(key: string): void {
  const { [key]: _reason, ...others } = useUnfinished.getState().reasons;
  useUnfinished.setState({ reasons: others });
}
