import type { Node } from 'jsonc-parser';
import { type CandidateSearch, member, membersOf } from '../candidates.ts';
import { holdsPolicy } from './terraformTypes.ts';

/**
 * Configuration of Terraform in JSON, as `cdktf synth` writes it: its texts are templates of HCL, which JSON cannot tell from policy
 * variables, so that none of it is read as written.
 * Source: https://developer.hashicorp.com/terraform/language/syntax/json
 */
export const isTerraformSyntax = (root: Node): boolean =>
  ['resource', 'data'].some((section) =>
    [...membersOf(member(root, section)).keys()].some((type) => /^aws(?:cc)?_/.test(type)),
  );

/** Everything in it that holds a policy, by its address. */
export function findInTerraformSyntax(root: Node): CandidateSearch {
  const unreadPlaces = ['resource', 'data'].flatMap((section) =>
    [...membersOf(member(root, section))].flatMap(([type, blocks]) =>
      [...membersOf(blocks)]
        .filter(([, block]) => isOfPolicy(type, block))
        .map(([name, node]) => ({
          node,
          code: 'notComputed' as const,
          detail: 'Terraform configuration in JSON',
          name: `${section === 'data' ? 'data.' : ''}${type}.${name}`,
        })),
    ),
  );
  return { candidates: [], unreadPlaces };
}

const isOfPolicy = (type: string, block: Node): boolean =>
  type === 'aws_iam_policy_document' || [...membersOf(block).keys()].some((key) => holdsPolicy(type, key));
