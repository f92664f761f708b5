import { ANY_PRINCIPAL, type StatementWords } from '../../policies/access/explain.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';

/** These grant nothing by themselves. */
const limits: ReadonlySet<DocumentKind> = new Set([
  'permissions-boundary',
  'service-control',
  'resource-control',
  'vpc-endpoint',
]);

/** The principals of a policy that names none. */
const holders: Readonly<Record<DocumentKind, string>> = {
  identity: 'Principals with this policy',
  'permissions-boundary': 'Principals with this boundary',
  'service-control': 'Principals in the attached accounts',
  'resource-control': 'Requests for resources of the attached accounts',
  'vpc-endpoint': 'Requests through this endpoint',
  resource: ANY_PRINCIPAL,
  trust: ANY_PRINCIPAL,
};

type Subject = Pick<StatementWords, 'effect' | 'who' | 'exceptWho' | 'exceptActions'>;

/** How the sentence of a statement begins: whom it is about, and what they can or can’t do. */
export function subjectOf(
  words: Subject,
  kind: DocumentKind,
): { readonly who: string; readonly verb: string } {
  const { effect, exceptActions } = words;
  const who = whoIn(words, kind);
  const isDeny = effect === 'Deny';
  const noOne = isDeny && who.startsWith(ANY_PRINCIPAL);
  const verb =
    isDeny && !noOne ? 'can’t perform' : !isDeny && limits.has(kind) ? 'can perform at most' : 'can perform';
  const subject = noOne ? who.replace(ANY_PRINCIPAL, 'no principal') : who;
  return {
    // Words begin a sentence with a capital; an ARN is as it is.
    who: subject.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()),
    // Not “can’t perform all actions”: that denies only some.
    verb: exceptActions ? `${verb} ${isDeny ? 'any action' : 'all actions'} except` : verb,
  };
}

function whoIn({ who, exceptWho }: Subject, kind: DocumentKind): string {
  if (who.length === 0) return holders[kind];
  if (exceptWho) return `${ANY_PRINCIPAL} except ${who.join(', ')}`;
  return who.includes(ANY_PRINCIPAL) ? ANY_PRINCIPAL : who.join(', ');
}
