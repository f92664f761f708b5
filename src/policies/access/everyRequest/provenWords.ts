/** What is proven, and what is not, as the page and `docs/proven.md` say it. */
export const provenWords: readonly {
  readonly title: string;
  readonly points: readonly { readonly term: string; readonly text: string }[];
}[] = [
  {
    title: 'What an answer means',
    points: [
      {
        term: 'No new access. Proven for every request.',
        text: 'No request exists that the new policies allow and the old ones don’t.',
      },
      {
        term: 'New access: 3 kinds of request.',
        text: 'There is such a request for each of three kinds. A kind is a service with an access level.',
      },
      {
        term: 'New access: at least 3 kinds of request.',
        text: 'For other requests the answer is undecided, or there are more kinds than the page shows.',
      },
      {
        term: 'New access: undecided.',
        text: 'It couldn’t be proven, and no request was found. The page shows the reason, and the field to enter if a value is missing.',
      },
    ],
  },
  {
    title: 'How a request is understood',
    points: [
      {
        term: 'Actions',
        text: 'Includes every name in the form service:action, regardless of case, also actions that AWS hasn’t released yet.',
      },
      {
        term: 'Resources',
        text: 'Includes every text, case-sensitive. The first five fields of an ARN are compared one by one, and a wildcard doesn’t match across their colons.',
      },
      {
        term: 'Request context',
        text: 'Each condition key is absent or has a value. Keys are independent of each other, of the action, of the resource, and of the principal.',
      },
      {
        term: 'Several values',
        text: 'A key has a list of values if a policy uses it with ForAllValues or ForAnyValue; otherwise it has one value.',
      },
      {
        term: 'Policy variables',
        text: 'With the version 2012-10-17, a variable is the value of its key, character by character. If the key is absent, the text that has the variable matches nothing.',
      },
      {
        term: 'Missing values',
        text: 'A placeholder is an unknown text, the same on both sides. If the answer depends on it, the answer is undecided.',
      },
      {
        term: 'Principals',
        text: 'An account is every principal of that account. Anything else is exactly that principal.',
      },
    ],
  },
  {
    title: 'What is not proven',
    points: [
      {
        term: 'Policies that aren’t in the page',
        text: 'Other policies of a role, key policies, or bucket policies can allow or deny more.',
      },
      {
        term: 'What AWS does with a request',
        text: 'Which keys an action sends, which resources exist, and which actions support resource-level permissions. A request that shows new access can be one that AWS never receives.',
      },
      {
        term: 'Callers of a role',
        text: 'A guarantee about who can assume a role evaluates the role’s trust policy and the resource control policies of the set. The caller is assumed to have every permission, without a boundary or a service control policy. So it is proven for callers with any policies, and a violation might still be denied by the caller’s policies.',
      },
      {
        term: 'Accounts of resources',
        text: 'Resource control policies are assumed to be attached to the accounts of the roles. If an answer depends on whether they apply to a resource of another account, it is undecided.',
      },
      {
        term: 'Relations between parts of a request',
        text: 'An answer that says new access can depend on a combination that doesn’t occur, such as a principal with the ARN of another one.',
      },
      { term: 'What you mean', text: 'Write tests for that.' },
    ],
  },
];
