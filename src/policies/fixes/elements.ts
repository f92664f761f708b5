import { findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser';
import { type Fixer, withValue } from './fix.ts';

function sidsOf(text: string): ReadonlySet<unknown> {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, ['Statement']);
  return new Set((list?.children ?? []).map((node) => findNodeAtLocation(node, ['Sid'])?.value));
}

function numbered(sid: string, taken: ReadonlySet<unknown>): string {
  let number = 2;
  while (taken.has(`${sid}${number}`)) number += 1;
  return `${sid}${number}`;
}

const PASS_ROLE = 'iam:PassRole';

/** True when the statement that a path is in allows nothing but passing a role. */
function passesRolesOnly(text: string, statement: readonly (string | number)[]): boolean {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...statement, 'Action']);
  const actions: unknown = node && getNodeValue(node);
  const list: readonly unknown[] = Array.isArray(actions) ? actions : [actions];
  return list.every(
    (action) => typeof action === 'string' && action.toLowerCase() === PASS_ROLE.toLowerCase(),
  );
}

export const elementFixes: readonly Fixer[] = [
  {
    codes: ['MISSING_VERSION', 'INVALID_VERSION'],
    fixes: ({ text }) => [
      {
        title: 'Write "Version": "2012-10-17"',
        effect: 'changes',
        text: withValue(text, ['Version'], '2012-10-17', true),
      },
    ],
  },
  {
    codes: ['UNSUPPORTED_SID'],
    fixes: ({ text, finding }) => {
      const root = parseTree(text);
      const sid: unknown = root && findNodeAtLocation(root, [...finding.path])?.value;
      const clean = typeof sid === 'string' ? sid.replace(/[^A-Za-z0-9]/g, '') : '';
      if (clean === '' || sidsOf(text).has(clean)) return [];
      return [{ title: `Call it ${clean}`, effect: 'same', text: withValue(text, finding.path, clean) }];
    },
  },
  {
    codes: ['UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED'],
    fixes: ({ text, finding }) => {
      const root = parseTree(text);
      const sid: unknown = root && findNodeAtLocation(root, [...finding.path])?.value;
      if (typeof sid !== 'string') return [];
      const other = numbered(sid, sidsOf(text));
      return [{ title: `Call it ${other}`, effect: 'same', text: withValue(text, finding.path, other) }];
    },
  },
  {
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
    fixes: ({ text, finding }) => {
      const at = finding.path.lastIndexOf('Action');
      const statement = finding.path.slice(0, at);
      if (at === -1 || !passesRolesOnly(text, statement)) return [];
      const path = [...statement, 'Condition', 'StringEquals', 'iam:PassedToService'];
      return [
        {
          title: 'Let roles be passed to SageMaker only',
          effect: 'narrows',
          text: withValue(text, path, 'sagemaker.amazonaws.com'),
        },
      ];
    },
  },
];
