import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readYaml } from '../yaml.ts';
import { cpuSeconds } from '../../testing/cpuSeconds.ts';

/** What a file has only under a condition is said to be so, in every form that conditions have around a policy. */

const json =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const encoded = `jsonencode(${json})`;
const statement = '{ effect: iam.Effect.ALLOW, actions: ["s3:GetObject"], resources: ["*"] }';
const python = 'iam.PolicyStatement(actions=["s3:GetObject"], resources=["*"])';
const inYaml = (indent: number) =>
  [
    'Version: "2012-10-17"',
    'Statement:',
    '  - Effect: Allow',
    '    Action: s3:GetObject',
    '    Resource: "*"',
  ]
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
const data = (name: string, more: string) =>
  `data "aws_iam_policy_document" "${name}" {\n  ${more}\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n  }\n}\n`;
const policy = (more: string) => `resource "aws_iam_policy" "p" {\n  ${more}\n  policy = ${encoded}\n}\n`;
const module = (more: string) =>
  `module "m" {\n  source = "terraform-aws-modules/lambda/aws"\n  ${more}\n  policy_statements = {\n    s3 = { effect = "Allow", actions = ["s3:GetObject"], resources = ["*"] }\n  }\n}\n`;

/** Each policy with its conditions, in the order of the text; what is not imported by its detail. */
type Row = readonly [text: string, conditions: readonly (string | undefined)[], unread?: readonly string[]];

const terraform: Readonly<Record<string, Row>> = {
  'count that is one or zero': [policy('count = var.create ? 1 : 0'), ['var.create']],
  'count that is zero or one': [policy('count = var.skip ? 0 : 1'), ['not var.skip']],
  'count in brackets': [policy('count = (var.a && var.b ? 1 : 0)'), ['var.a && var.b']],
  'count of several': [policy('count = var.a ? var.b ? 1 : 0 : 0'), ['var.a, var.b']],
  'count of a length': [policy('count = length(var.names)'), ['length(var.names) isn’t 0']],
  'count of a variable': [policy('count = var.number'), ['var.number isn’t 0']],
  'count that is known': [policy('count = 2'), [undefined]],
  'count that is none': [policy('count = 0'), [], ['count = 0']],
  'condition that is known': [policy('count = true ? 1 : 0'), [undefined]],
  'for_each over nothing by a condition': [policy('for_each = var.on ? { a = 1 } : {}'), ['var.on']],
  'for_each over a set by a condition': [policy('for_each = toset(var.on ? ["a"] : [])'), ['var.on']],
  'for_each over a variable': [policy('for_each = var.teams'), ['var.teams isn’t empty']],
  'for_each over known entries': [policy('for_each = { a = 1 }'), [undefined]],
  'for_each over nothing': [policy('for_each = {}'), [], ['for_each = {}']],
  'enabled of OpenTofu': [policy('lifecycle {\n    enabled = var.on\n  }'), ['var.on']],
  'data source': [data('d', 'count = var.on ? 1 : 0'), ['var.on']],
  'data source of one policy': [
    `${data('d', 'count = var.on ? 1 : 0')}resource "aws_iam_policy" "p" {\n  count  = var.on ? 1 : 0\n  policy = data.aws_iam_policy_document.d[0].json\n}\n`,
    ['var.on'],
  ],
  'policy of a data source': [
    `${data('d', '')}resource "aws_iam_policy" "p" {\n  count  = var.on ? 1 : 0\n  policy = data.aws_iam_policy_document.d.json\n}\n`,
    ['var.on'],
  ],
  'one of two policies of a data source': [
    `${data('d', '')}resource "aws_iam_policy" "p" {\n  count  = var.on ? 1 : 0\n  policy = data.aws_iam_policy_document.d.json\n}\nresource "aws_iam_policy" "q" {\n  policy = data.aws_iam_policy_document.d.json\n}\n`,
    ['var.on (for aws_iam_policy.p)'],
  ],
  'policy of a data source that is never there': [
    `${data('d', '')}resource "aws_iam_policy" "p" {\n  count  = 0\n  policy = data.aws_iam_policy_document.d.json\n}\n`,
    [],
    ['count = 0'],
  ],
  'inline policy in a dynamic block': [
    `resource "aws_iam_role" "r" {\n  dynamic "inline_policy" {\n    for_each = var.on ? [1] : []\n    content {\n      policy = ${encoded}\n    }\n  }\n}\n`,
    ['var.on'],
  ],
  'permission of a function': [
    'resource "aws_lambda_permission" "p" {\n  count = var.on ? 1 : 0\n  action = "lambda:InvokeFunction"\n  function_name = "f"\n  principal = "s3.amazonaws.com"\n  source_arn = "arn:aws:s3:::b"\n}\n',
    ['var.on'],
  ],
  'module that is called by a condition': [module('count = var.on ? 1 : 0'), ['var.on']],
  'module that creates by a condition': [module('create = var.on'), ['create = var.on']],
  'module that attaches by a condition': [
    module('attach_policy_statements = var.on'),
    ['attach_policy_statements = var.on'],
  ],
  'module that attaches by a computed condition': [
    module('attach_policy_statements = length(var.x) > 0'),
    ['attach_policy_statements = length(var.x) > 0'],
  ],
  'module that is enabled by a condition': [module('enabled = var.on'), ['enabled = var.on']],
  'module that attaches': [module('attach_policy_statements = true'), [undefined]],
  'both in a module': [
    module('create = var.on\n  attach_policy_statements = var.more'),
    ['create = var.on, attach_policy_statements = var.more'],
  ],
};

const programs: Readonly<Record<string, Row>> = {
  'if of TypeScript': [
    `const role = new iam.Role(this, "R");\nif (props.x) {\n  role.addToPolicy(new iam.PolicyStatement(${statement}));\n}\nrole.addToPolicy(new iam.PolicyStatement(${statement}));`,
    ['props.x', undefined],
  ],
  'if without braces': [
    `if (props.x) role.addToPolicy(new iam.PolicyStatement(${statement}));\nrole.addToPolicy(new iam.PolicyStatement(${statement}));`,
    ['props.x', undefined],
  ],
  'else of TypeScript': [
    `if (props.x) {\n  role.addToPolicy(new iam.PolicyStatement(${statement}));\n} else if (y) {\n  role.addToPolicy(new iam.PolicyStatement(${statement}));\n} else {\n  role.addToPolicy(new iam.PolicyStatement(${statement}));\n}`,
    ['props.x', 'not (props.x), y', 'not (props.x), not (y)'],
  ],
  'if in an if': [
    `if (a) {\n  if (b(c)) {\n    role.addToPolicy(new iam.PolicyStatement(${statement}));\n  }\n}`,
    ['a, b(c)'],
  ],
  'if that is closed before': [
    `if (a) {\n  f("}");\n}\nrole.addToPolicy(new iam.PolicyStatement(${statement}));`,
    [undefined],
  ],
  'a choice of TypeScript': [
    `const list = props.x ? [new iam.PolicyStatement(${statement})] : [new iam.PolicyStatement(${statement})];`,
    ['props.x', 'not (props.x)'],
  ],
  'entries by a condition': [
    `const list = [\n  new iam.PolicyStatement(${statement}),\n  ...(props.x ? [new iam.PolicyStatement(${statement})] : []),\n  new iam.PolicyStatement(${statement}),\n];`,
    [undefined, 'props.x', undefined],
  ],
  'value behind a condition': [
    `const list = [props.x && new iam.PolicyStatement(${statement}), new iam.PolicyStatement(${statement})];`,
    ['props.x', undefined],
  ],
  'case of TypeScript': [
    `switch (stage) {\n  case "prod":\n    role.addToPolicy(new iam.PolicyStatement(${statement}));\n    break;\n  default:\n    role.addToPolicy(new iam.PolicyStatement(${statement}));\n}`,
    ['stage: case "prod"', 'stage: default'],
  ],
  'if of a document': [`if (props.x) {\n  const policy = ${json};\n}`, ['props.x']],
  'if of Java': [
    'if (props.isOn()) {\n  role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("s3:GetObject")).resources(List.of("*")).build());\n}',
    ['props.isOn()'],
  ],
  'if of Go': [
    'if props.On {\n\trole.AddToPolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{Actions: jsii.Strings("s3:GetObject"), Resources: jsii.Strings("*")}))\n}',
    ['props.On'],
  ],
  'if of Python': [
    `if props.x:\n    role.add_to_policy(${python})\nrole.add_to_policy(${python})`,
    ['props.x', undefined],
  ],
  'else of Python': [
    `def f():\n    if a:\n        role.add_to_policy(${python})\n    elif b:  # more\n        role.add_to_policy(${python})\n    else:\n        role.add_to_policy(${python})\n`,
    ['a', 'not (a), b', 'not (a), not (b)'],
  ],
  'if with brackets of Python': [`if (a) and (b):\n    x = 1\nrole.add_to_policy(${python})\n`, [undefined]],
  'return of TypeScript': [
    `if (a) return\nrole.addToPolicy(new iam.PolicyStatement(${statement}))\n`,
    ['not (a)'],
  ],
  'one statement in the next line': [
    `if (a)\n  role.addToPolicy(new iam.PolicyStatement(${statement}))\nrole.addToPolicy(new iam.PolicyStatement(${statement}))\n`,
    ['a', undefined],
  ],
  'words of prose': [`What is this? A policy: ${json}\nIf you want: ${json}\n`, [undefined, undefined]],
  'over lines, with brackets, of Python': [
    `if (\n    a\n    and b\n):\n    role.add_to_policy(${python})\n`,
    ['a and b'],
  ],
  'text in an if of Python': [
    `if a:\n    text = """\nx\n"""\n    policy = ${json}\nother = ${json}\n`,
    ['a', undefined],
  ],
  'choice of Python': [`policy = ${json} if a else ${json}\n`, ['a', 'not (a)']],
  'return before': [
    `function f() {\n  if (!props.x) { return; }\n  role.addToPolicy(new iam.PolicyStatement(${statement}));\n}\nrole.addToPolicy(new iam.PolicyStatement(${statement}));`,
    ['not (!props.x)', undefined],
  ],
  'error before': [
    `if (!props.x) { throw new Error("x"); }\nrole.addToPolicy(new iam.PolicyStatement(${statement}));`,
    [undefined],
  ],
  'return before in Python': [
    `def f():\n    if not x:\n        return None\n    role.add_to_policy(${python})\nrole.add_to_policy(${python})\n`,
    ['not (not x)', undefined],
  ],
  'if of Ruby': [
    `roles.each do |role|\n  if stage == 'prod'\n    policy = ${json}\n  else\n    policy = ${json}\n  end\nend\nother = ${json}\n`,
    ["stage == 'prod'", "not (stage == 'prod')", undefined],
  ],
  'return behind something else': [
    `function f() {\n  if (!x) {\n    log("no");\n    return;\n  }\n  const policy = ${json};\n}\nconst other = ${json};\n`,
    ['not (!x)', undefined],
  ],
  'return behind something else in Python': [
    `def f():\n    if not x:\n        print("no")\n        return\n    policy = ${json}\nother = ${json}\n`,
    ['not (not x)', undefined],
  ],
  'return of something within in Python': [
    `def f():\n    if a:\n        for b in c:\n            return\n    policy = ${json}\n`,
    [undefined],
  ],
  'if in one line of Python': [
    `if a: policy = ${json}\nelse: policy = ${json}\nother = ${json}\n`,
    ['a', 'not (a)', undefined],
  ],
  'return in one line of Python': [`def f():\n    if a: return\n    policy = ${json}\n`, ['not (a)']],
  'if with a set of Python': [`if env in {"a", "b"}:\n    policy = ${json}\n`, ['env in {"a", "b"}']],
  'if with a statement in front of Go': [
    `func f() {\n\tif v, ok := m[k]; ok {\n\t\tpolicy := \`${json}\`\n\t}\n}\n`,
    ['v, ok := m[k]; ok'],
  ],
  'if of Kotlin as a value': [`val p = if (a) """${json}""" else """${json}"""\n`, ['a', 'not (a)']],
  'value unless there is another': [
    `const list = [props.x || new iam.PolicyStatement(${statement}), new iam.PolicyStatement(${statement})];`,
    ['not (props.x)', undefined],
  ],
  'if and end in one line of Ruby': [`def f\n  if a then b end\n  policy = ${json}\nend\n`, [undefined]],
  'if that never is': [`if (false) {\n  const policy = ${json};\n}`, ['false']],
  'if in a comment': [`// if (a) {\nconst policy = ${json};`, [undefined]],
  'function and loop': [`function f(a: string) {\n  const policy = ${json};\n}`, [undefined]],
  'case of Python': [
    `match stage:\n    case "prod":\n        policy = ${json}\n    case _:\n        policy = ${json}\nother = ${json}\n`,
    ['stage: case "prod"', 'stage: case _', undefined],
  ],
  'when of Kotlin': [
    `val p = when (stage) {\n  "prod" -> """${json}"""\n  else -> """${json}"""\n}\nval q = """${json}"""\n`,
    ['stage: "prod"', 'stage: else', undefined],
  ],
  'when of Kotlin without a value': [
    `when {\n  a -> { val p = """${json}""" }\n  else -> { val p = """${json}""" }\n}\n`,
    ['a', 'else'],
  ],
  'match of Rust': [
    `let p = match stage {\n  "prod" => r#"${json}"#,\n  _ => r#"${json}"#,\n};\n`,
    ['stage: "prod"', 'stage: _'],
  ],
  'match of Scala': [
    `stage match {\n  case "prod" => val p = """${json}"""\n  case _ => val p = """${json}"""\n}\n`,
    ['stage: case "prod"', 'stage: case _'],
  ],
  'switch of Go': [
    `switch stage {\ncase "prod":\n\tp := \`${json}\`\ndefault:\n\tp := \`${json}\`\n}\nq := \`${json}\`\n`,
    ['stage: case "prod"', 'stage: default', undefined],
  ],
  'switch of C# as a value': [
    `var p = stage switch {\n  "prod" => """${json}""",\n  _ => """${json}""",\n};\n`,
    ['stage: "prod"', 'stage: _'],
  ],
  'switch of PowerShell': [
    `switch ($Stage) {\n  'prod' { $p = '${json}' }\n  default { $p = '${json}' }\n}\n`,
    ["$Stage: 'prod'", '$Stage: default'],
  ],
  'switch without cases that can be read': [`switch (stage) {\n  const p = ${json};\n}\n`, ['stage']],
  'function with such a name': [`class A {\n  match(a) {\n    const p = ${json};\n  }\n}\n`, [undefined]],
  'argument of that name': [`f({ when: { a: 1 }, match: x });\nconst p = ${json};\n`, [undefined]],
  'case of Ruby': [
    `policy = case stage\nwhen 'prod'\n  ${json}\nwhen 'qa' then ${json}\nelse\n  ${json}\nend\nother = ${json}\n`,
    ["stage: 'prod'", "stage: 'qa'", 'stage: else', undefined],
  ],
  'if behind a statement': [
    `policy = '${json}' if stage == 'prod'\nother = '${json}' unless stage == 'prod'\nlast = '${json}'\n`,
    ["stage == 'prod'", "not (stage == 'prod')", undefined],
  ],
  'return behind which a condition is': [
    `def f\n  return unless on\n  policy = ${json}\nend\n`,
    ['not (not (on))'],
  ],
  'next in a block of Ruby': [
    `xs.each do |x|\n  next if x.nil?\n  policy = '${json}'\nend\nother = '${json}'\n`,
    ['not (x.nil?)', undefined],
  ],
  'return of a method of Ruby that ended': [
    `def f\n  return 1 if x\n  if y\n    return 3\n  end\n  2\nend\npolicy = '${json}'\n`,
    [undefined],
  ],
  'program that is the main one': [`if __name__ == "__main__":\n    policy = ${json}\n`, [undefined]],
  'error that is passed on': [
    `func f() error {\n\tif err != nil {\n\t\treturn err\n\t}\n\tp := \`${json}\`\n}\n`,
    [undefined],
  ],
  'unless with braces': [`unless (a) {\n  $p = '${json}';\n}\n$q = '${json}';\n`, ['not (a)', undefined]],
  'condition of a comprehension': [
    `all = [iam.PolicyStatement(actions=["s3:GetObject"], resources=["*"]) for b in bs if b.on]\n`,
    ['b.on'],
  ],
  'a sentence with if': [`Use this policy: ${json} if you want.\n`, [undefined]],
  'choice of Python over lines': [`x = (\n  ${json}\n  if a\n  else ${json}\n)\n`, ['a', 'not (a)']],
  'if with then as a value': [`policy = if a then ''${json}'' else ''${json}'';\n`, ['a', 'not (a)']],
  'if with colons of PHP': [
    `<?php\nif ($a):\n  $p = '${json}';\nelseif (b($c)):\n  $p = '${json}';\nelse:\n  $p = '${json}';\nendif;\n$q = '${json}';\n`,
    ['$a', 'not ($a), b($c)', 'not ($a), not (b($c))', undefined],
  ],
  'match of PHP with what is done otherwise': [
    `<?php $p = match ($a) {\n  'x', 'y' => '${json}',\n  default => '${json}',\n};\n$q = '${json}';\n`,
    ["$a: 'x', 'y'", '$a: default', undefined],
  ],
  'match of PHP with what is done otherwise first, on one line': [
    `<?php $p = match ($a) { default => '${json}', 'x', 'y' => '${json}', 'z' => '${json}' };\n`,
    ['$a: default', "$a: 'x', 'y'", "$a: 'z'"],
  ],
  'match of PHP by what is true': [
    `<?php $p = match (true) {\n  $a > 1 => '${json}',\n  default => '',\n};\n`,
    ['true: $a > 1'],
  ],
  'switch of Java with arrows, what is done otherwise first': [
    `var p = switch (a) {\n  default -> '${json}';\n  case X -> '${json}';\n};\nvar q = '${json}';\n`,
    ['a: default', 'a: case X', undefined],
  ],
  'exit of Python': [`import sys\nif not x:\n    sys.exit(0)\npolicy = ${json}\n`, ['not (not x)']],
  'exit with an error of Python': [
    `import sys\nif not x:\n    sys.exit("no")\npolicy = ${json}\n`,
    [undefined],
  ],
  'exit of JavaScript': [`if (!a) process.exit(0);\nconst policy = ${json};\n`, ['not (!a)']],
  'exit with an error of JavaScript': [
    `if (!a) { process.exit(1); }\nconst policy = ${json};\n`,
    [undefined],
  ],
  'if of a preprocessor': [
    `#if DEBUG\nlet p = """\n${json}\n"""\n#elseif X\nlet p = """\n${json}\n"""\n#endif\nlet p = """\n${json}\n"""\n`,
    ['DEBUG', 'not (DEBUG), X', undefined],
  ],
  'ifndef of a preprocessor': [
    `#ifndef ON\nauto p = R"(${json})";\n#else\nauto p = R"(${json})";\n#endif\n`,
    ['not (ON)', 'not (not (ON))'],
  ],
  'if that nothing closes': [`if (a) {\n  const policy = ${json};\n`, ['a']],
  'if in brackets that nothing closes': [`function f() {\n  if (a) {\n  const p = ${json};\n}\n`, ['a']],
  'bracket in a regular expression before': [
    `const r = /[({]/;\nif (a) {\n  const policy = ${json};\n}\nconst other = ${json};\n`,
    ['a', undefined],
  ],
  'bracket in a regular expression within': [
    `if (a) {\n  x = y.match(/[}"]/);\n  const policy = ${json};\n}\nconst other = ${json};\n`,
    ['a', undefined],
  ],
  'bracket in a regular expression of the condition': [
    `if (/[)}]/.test(x)) {\n  const policy = ${json};\n}\nconst other = ${json};\n`,
    ['/[)}]/.test(x)', undefined],
  ],
};

const shells: Readonly<Record<string, Row>> = {
  'what a shell puts in where a variable has a value, or none': [
    `put \${PROD:+'${json}'}\nput "\${POLICY:-${json}}"\n: \${TRUST:='${json}'}\nput '${json}' \${REGION:-eu-west-1}\n`,
    ['PROD', 'not (POLICY)', 'not (TRUST)', undefined],
  ],
  'what a shell puts in where a variable is set, or an argument': [
    `put \${PROD+'${json}'}\nput "\${POLICY-${json}}"\nput \${1:+'${json}'}\nput \${@:+'${json}'}\nput '${json}'\n`,
    ['PROD', 'not (POLICY)', '1', '@', undefined],
  ],
  'if of a shell': [
    `if [ -n "$X" ]; then\n  aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\nelse\n  aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\nfi\naws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    ['[ -n "$X" ]', 'not ([ -n "$X" ])', undefined],
  ],
  'heredoc in an if of a shell': [
    `if [[ $STAGE == prod ]]\nthen\ncat > p.json <<EOF\n${json}\nEOF\nfi\n`,
    ['[[ $STAGE == prod ]]'],
  ],
  'case of a shell': [
    `case "$STAGE" in\n  prod|qa)\n    aws iam put-role-policy --policy-document '${json}'\n    ;;\n  *)\n    aws iam put-role-policy --policy-document '${json}'\n    ;;\nesac\naws iam put-role-policy --policy-document '${json}'\n`,
    ['"$STAGE": prod|qa', '"$STAGE": *', undefined],
  ],
  'test before a command': [
    `[ -n "$X" ] && aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    ['[ -n "$X" ]'],
  ],
  'command unless a test': [
    `[ -n "$X" ] || aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    ['not ([ -n "$X" ])'],
  ],
  'test by its name': [
    `test -n "$X" && aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    ['test -n "$X"'],
  ],
  'command after another': [
    `aws iam get-role --role-name r && aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    [undefined],
  ],
  'if of PowerShell': [`if ($On) {\n  $policy = '${json}'\n}\n`, ['$On']],
  'if of a Makefile': [
    `ifeq ($(STAGE),prod)\nPOLICY = ${json}\nelse\nOTHER = ${json}\nendif\n`,
    ['($(STAGE),prod)', 'not (($(STAGE),prod))'],
  ],
  'exit behind a test': [
    `[ -z "$X" ] && exit 0\naws iam put-role-policy --policy-document '${json}'\n`,
    ['not ([ -z "$X" ])'],
  ],
  'return unless a test': [
    `f() {\n  [ -n "$X" ] || return 0\n  aws iam put-role-policy --policy-document '${json}'\n}\naws iam put-role-policy --policy-document '${json}'\n`,
    ['[ -n "$X" ]', undefined],
  ],
  'exit in an if of a shell': [
    `if [ -z "$X" ]; then exit 0; fi\naws iam put-role-policy --policy-document '${json}'\n`,
    ['not ([ -z "$X" ])'],
  ],
  'exit over lines in an if of a shell': [
    `if [ -z "$X" ]; then\n  echo none\n  exit\nfi\naws iam put-role-policy --policy-document '${json}'\n`,
    ['not ([ -z "$X" ])'],
  ],
  'exit with an error in an if of a shell': [
    `if [ -z "$X" ]; then exit 1; fi\n[ -z "$Y" ] && exit 2\naws iam put-role-policy --policy-document '${json}'\n`,
    [undefined],
  ],
  'continue in a loop of a shell': [
    `while read -r x; do\n  [ -z "$x" ] && continue\n  aws iam put-role-policy --policy-document '${json}'\ndone\naws iam put-role-policy --policy-document '${json}'\n`,
    ['not ([ -z "$x" ])', undefined],
  ],
  'break in an if of a loop within a loop': [
    `for x in a b; do\n  for y in c d; do\n    if [ -z "$y" ]; then break; fi\n    echo $y\n  done\n  aws iam put-role-policy --policy-document '${json}'\ndone\n`,
    [undefined],
  ],
  'exit in a loop': [
    `for x in a b; do\n  if [ -z "$x" ]; then exit 0; fi\ndone\naws iam put-role-policy --policy-document '${json}'\n`,
    ['not ([ -z "$x" ])'],
  ],
  'end of an if before &&': [
    `RUN if [ -f x ]; then y; fi && aws iam put-role-policy --policy-document '${json}'\n`,
    [undefined],
  ],
  'if in a line of a Dockerfile': [
    `RUN if [ -n "$X" ]; then aws iam put-role-policy --policy-document '${json}'; fi\n`,
    ['[ -n "$X" ]'],
  ],
};

const templates: Readonly<Record<string, Row>> = {
  'if of Helm': [`{{- if .Values.on }}\nspec:\n  policy:\n${inYaml(4)}\n{{- end }}\n`, [], ['it is YAML']],
  'if of Helm around documents': [
    `{{- if .Values.on }}\n---\napiVersion: v1\nkind: Namespace\n---\napiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nspec:\n  policyDocument: |\n    ${json}\n---\n{{- end }}\n---\napiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nspec:\n  policyDocument: |\n    ${json}\n`,
    ['.Values.on', undefined],
  ],
  'else of Helm': [
    `{{ if .Values.on -}}\n${json}\n{{- else }}\n${json}\n{{ end }}\n${json}\n`,
    ['.Values.on', 'not (.Values.on)', undefined],
  ],
  'range in an if of Helm': [
    `{{ if .Values.on -}}\n{{ range .Values.x }}x{{ end }}\n${json}\n{{ end }}\n`,
    ['.Values.on'],
  ],
  'if of Jinja': [
    `{% if stage == "prod" %}\n${json}\n{% else %}\n${json}\n{% endif %}\n`,
    ['stage == "prod"', 'not (stage == "prod")'],
  ],
  'if of Handlebars': [`{{#if on}}\n${json}\n{{/if}}\n${json}\n`, ['on', undefined]],
  'else if of Handlebars': [
    `{{#if a}}\n${json}\n{{else if b}}\n${json}\n{{else}}\n${json}\n{{/if}}\n`,
    ['a', 'not (a), b', 'not (a), not (b)'],
  ],
  'else of another block of Handlebars': [
    `{{#if a}}\n{{#each xs}}x{{else}}y{{/each}}\n${json}\n{{/if}}\n${json}\n`,
    ['a', undefined],
  ],
  'else of a loop of Jinja': [
    `{% if a %}\n{% for x in y %}x{% else %}y{% endfor %}\n${json}\n{% endif %}\n${json}\n`,
    ['a', undefined],
  ],
  'if of EJS': [`<% if (on) { %>\n${json}\n<% } else { %>\n${json}\n<% } %>\n`, ['on', 'not (on)']],
  'conflict of Git': [
    `<<<<<<< HEAD\n${json}\n=======\n${json}\n>>>>>>> other\n${json}\n`,
    ['HEAD', 'not (HEAD)', undefined],
  ],
  'if of ERB': [`<% if on %>\n${json}\n<% end %>\n${json}\n`, ['on', undefined]],
  'if of Velocity': [
    `#if($on && $a.b())\n${json}\n#elseif($b)\n${json}\n#else\n${json}\n#end\n${json}\n`,
    ['$on && $a.b()', 'not ($on && $a.b()), $b', 'not ($on && $a.b()), not ($b)', undefined],
  ],
  'if of FreeMarker': [
    `<#if on>\n${json}\n<#elseif b>\n${json}\n<#else>\n${json}\n</#if>\n${json}\n`,
    ['on', 'not (on), b', 'not (on), not (b)', undefined],
  ],
  'section of Mustache': [
    `{{#on}}\n${json}\n{{/on}}\n{{^on}}\n${json}\n{{/on}}\n${json}\n`,
    ['on', 'not (on)', undefined],
  ],
};

const yaml: Readonly<Record<string, Row>> = {
  'when of a task': [
    `- hosts: all\n  tasks:\n    - name: one\n      amazon.aws.iam_policy:\n        policy_name: p\n        policy_json:\n${inYaml(10)}\n      when: on | bool\n    - name: two\n      amazon.aws.iam_policy:\n        policy_name: q\n        policy_json:\n${inYaml(10)}\n`,
    ['on | bool', undefined],
  ],
  'when of a block': [
    `- hosts: all\n  tasks:\n    - when:\n        - a\n        - b == "c"\n      block:\n        - amazon.aws.iam_policy:\n            policy_name: p\n            policy_json:\n${inYaml(14)}\n`,
    ['a and b == "c"'],
  ],
  'when as a text below': [
    `- hosts: all\n  tasks:\n    - name: one\n      amazon.aws.iam_policy:\n        policy_name: p\n        policy_json:\n${inYaml(10)}\n      when: >\n        a and\n        b\n    - name: two\n      amazon.aws.iam_policy:\n        policy_name: q\n        policy_json:\n${inYaml(10)}\n`,
    ['a and b', undefined],
  ],
  'if of a step': [
    `jobs:\n  one:\n    steps:\n      - if: github.ref == 'refs/heads/main'\n        run: |\n          aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n      - run: |\n          aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'\n`,
    ["github.ref == 'refs/heads/main'", undefined],
  ],
  'condition of a resource': [
    `Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Condition: IsProd\n    Properties:\n      PolicyDocument:\n${inYaml(8)}\n  B:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n${inYaml(8)}\n`,
    ['IsProd', undefined],
  ],
  'condition of a function of SAM': [
    `Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Condition: IsProd\n    Properties:\n      Policies:\n        -\n${inYaml(10)}\n        - S3ReadPolicy:\n            BucketName: b\n`,
    ['IsProd', 'IsProd'],
  ],
  'condition of a resource of Serverless': [
    `service: s\nprovider:\n  name: aws\nresources:\n  Resources:\n    A:\n      Type: AWS::IAM::ManagedPolicy\n      Condition: IsProd\n      Properties:\n        PolicyDocument:\n${inYaml(10)}\n`,
    ['IsProd'],
  ],
  'condition of a permission': [
    'Resources:\n  A:\n    Type: AWS::Lambda::Permission\n    Condition: IsProd\n    Properties:\n      Action: lambda:InvokeFunction\n      FunctionName: f\n      Principal: s3.amazonaws.com\n      SourceArn: arn:aws:s3:::b\n',
    ['IsProd'],
  ],
  'rules of a job': [
    `one:\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n    - if: $X\n      when: never\n  script:\n    - aws iam put-role-policy --policy-document '${json}'\ntwo:\n  script:\n    - aws iam put-role-policy --policy-document '${json}'\n`,
    ['$CI_COMMIT_BRANCH == "main" or not ($X)', undefined],
  ],
  'condition of a step': [
    `steps:\n- script: aws iam put-role-policy --policy-document '${json}'\n  condition: eq(variables.x, 'y')\n- script: aws iam put-role-policy --policy-document '${json}'\n`,
    ["eq(variables.x, 'y')", undefined],
  ],
};

describe.each([
  ['Terraform', terraform],
  ['programs', programs],
  ['shells', shells],
  ['templates', templates],
  ['YAML', yaml],
])('%s', (_of, rows) => {
  it.each(Object.entries(rows))('%s', (_name, [text, conditions, unread = []]) => {
    const found = readImport(text, { yaml: readYaml });
    const told = found.policies.map(({ notes }) =>
      notes.filter(({ code }) => code === 'onlyIf').map(({ detail }) => detail),
    );
    expect(found.refusals.map(({ detail }) => detail)).toEqual(unread);
    expect(told).toEqual(conditions.map((one) => (one === undefined ? [] : [one])));
  });
});

const many = (text: string, times: number) => text.repeat(times);
/** The first took more than a minute. */
const long: Readonly<Record<string, string>> = {
  'blanks behind if': `if${many(' ', 10_000)}`,
  'blanks behind elif': `if a:\n  x = 1\nelif${many(' ', 10_000)}`,
  'blanks behind unless': `unless${many(' ', 10_000)}`,
  'blanks behind a colon': `Here:${many(' ', 10_000)}\n`,
  'names in front of a method': many('a.', 100_000) + '?.let {',
  'brackets in front of a method': many('(', 100_000) + '.then_some(x)',
  'conditions in front of a method': many('x?.let { ', 30_000),
  'values that are taken': many('v.takeIf { p } ', 30_000),
  'tests of fish': many('test a; and b ', 30_000),
  'blocks in one line': many('if a { f(1) }\n', 20_000),
  'bodies behind bodies': many('p = {} {}\n', 20_000),
  'conditions with then': many('if a then b ', 20_000),
  'conditions with do': many('if a, do: b, else: c\n', 20_000),
  'branches behind names': many('p | a = 1\n', 30_000),
  'blocks of branches in one line': `switch (a) { ${many("'b' { c } ", 30_000)} }`,
  'ends of blocks': many('begin\nend  if\n', 20_000),
  'lines of Perl': many('f(x)\n if $p;\n', 20_000),
  'blanks in front of a sign': `here${many(' ', 10_000)}:\n`,
};

it.each(Object.entries(long))('is quick: %s', (_name, text) => {
  expect(cpuSeconds(() => void readImport(text + json, { yaml: readYaml }))).toBeLessThan(5);
});

it('selects no policy whose condition is never true', () => {
  const [never] = readImport(`if (false) {\n  const policy = ${json};\n}`).policies;
  expect(never?.doubtful).toBe(true);
});

it.each([
  ['&&', 'const x = [' + 'a && '.repeat(60_000) + 'b];\n'],
  ['choices', 'const x = ' + 'a ? b : '.repeat(60_000) + 'c;\n'],
  ['returns', 'function f() {\n' + '  if (a) return;\n'.repeat(30_000) + '}\n'],
  ['brackets', 'if (a) {\n'.repeat(30_000)],
  ['blocks', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth % 300)}if a:\n`).join('')],
])('reads many %s in time in proportion to the text', (_name, before) => {
  const seconds = cpuSeconds(() => {
    expect(readImport(`${before}const p = ${json};\n`).policies).toHaveLength(1);
  });
  expect(seconds).toBeLessThan(8);
});
