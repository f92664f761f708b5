import { placeholderOf } from '../language/placeholder.ts';
import { uniqueNames } from './exportNames.ts';
import type { Parameter } from './parameter.ts';

/** Parameters for placeholders that no variable of the page has: references of an imported template or configuration, by their names. */
export function openParameters(
  placeholders: readonly string[],
  taken: readonly string[],
): readonly Parameter[] {
  const unique = uniqueNames(60, taken);
  return placeholders.map((placeholder) => ({
    name: unique(nameOf(placeholder)),
    ...(RESERVED.test(placeholder) ? { inTemplate: unique(placeholder) } : {}),
    description: `Value of ${placeholderOf(placeholder)} in the policies. One value.`,
    rule: 'Enter one value: letters, digits, spaces, or _ . : / = + - @, without wildcards.',
    pattern: '[A-Za-z0-9 _.:/=+@-]{1,1000}',
    placeholder,
  }));
}

/** The placeholder's name, with its capitals: a parameter of a template keeps its name. */
function nameOf(placeholder: string): string {
  const name = placeholder.replace(/_+/g, '-').replace(/^-|-$/g, '') || 'value';
  return RESERVED.test(name) ? `${name}-value` : name;
}

/** Names that mean something else to a shell, to Terraform or in the programs that are exported. */
const RESERVED = new RegExp(
  [
    // Variables that shells and the AWS CLI go by.
    '^(?:bash|ld|lc)-|^(?:path|home|user|ifs|env|shell|pwd|oldpwd|lang|ps[1-4]|term|uid|euid|ppid|mail|random|seconds|tmpdir|document|policy|role|arn|name|trust)$',
    // Source: https://developer.hashicorp.com/terraform/language/values/variables (reserved names)
    '^(?:source|version|providers|count|for-?each|lifecycle|depends-?on|locals)$',
    '^(?:default|class|const|import|export|new|this|config|checked|pulumi|aws|iam|cdk|scope|id|props|parameters|return|function|delete|enum|super|null|true|false|in|var|let|static|await|yield|case|switch|with|void|typeof|if|else|for|while|do|try|catch|throw|package|private|public|protected|interface|implements|arguments|eval|process|string|error|regexp|array|object|number|boolean)$',
  ].join('|'),
  'i',
);
