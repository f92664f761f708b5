import type { Node } from 'jsonc-parser';
import { addMember, removeNodes, replaceScalar, scalarText } from './jsonEdits.ts';
import type { Fixer, Rewrite } from './fix.ts';
import { findMember, memberAround, isKey, type FindingSite, memberValue } from './findingSite.ts';

const VERSION = '2012-10-17';

function sidsOf(root: Node): ReadonlySet<unknown> {
  const list = memberValue(findMember(root, isKey('Statement')));
  return new Set((list?.children ?? []).map((node) => memberValue(findMember(node, isKey('Sid')))?.value));
}

function numbered(sid: string, usedSids: ReadonlySet<unknown>): string {
  let number = 2;
  while (usedSids.has(`${sid}${number}`)) number += 1;
  return `${sid}${number}`;
}

const renamed = ({ node }: FindingSite, sid: string): readonly Rewrite[] => [
  { title: `Rename to ${sid}`, edits: [replaceScalar(node, sid)] },
];

export const elementFixes: readonly Fixer[] = [
  {
    codes: ['MISSING_VERSION'],
    rewrites: ({ text, root }) =>
      root.type === 'object'
        ? [
            {
              title: `Set "Version" to "${VERSION}"`,
              edits: [addMember(text, root, 'Version', scalarText(VERSION))],
            },
          ]
        : [],
  },
  {
    codes: ['INVALID_VERSION'],
    rewrites: ({ node }) => [
      { title: `Set "Version" to "${VERSION}"`, edits: [replaceScalar(node, VERSION)] },
    ],
  },
  {
    codes: ['UNSUPPORTED_SID'],
    rewrites: (site) => {
      const clean = String(site.node.value).replace(/[^A-Za-z0-9]/g, '');
      const member = memberAround(site.node);
      if (clean === '') return member ? [{ title: 'Remove the Sid', edits: removeNodes([member]) }] : [];
      const usedSids = sidsOf(site.root);
      return renamed(site, usedSids.has(clean) ? numbered(clean, usedSids) : clean);
    },
  },
  {
    codes: ['UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED'],
    rewrites: (site) => renamed(site, numbered(String(site.node.value), sidsOf(site.root))),
  },
];
