import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readYaml } from '../yaml.ts';

/** A condition is seen in notations of which the code knows no grammar: by its word, and by where what it decides about begins and ends. */

const json =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const put = `aws iam put-role-policy --role-name r --policy-name p --policy-document '${json}'`;

/** Each policy with its conditions, in the order of the text. */
type Row = readonly [text: string, conditions: readonly (string | undefined)[]];

const expressions: Readonly<Record<string, Row>> = {
  'and of Python': [`p = prod and ${json}\nq = ${json}\n`, ['prod', undefined]],
  'or of Python': [`p = other or ${json}\nq = ${json}\n`, ['not (other)', undefined]],
  'and of Python over lines': [`p = (\n    prod\n    and ${json}\n)\nq = ${json}\n`, ['prod', undefined]],
  'and of Python in a list': [`f(x, prod and ${json}, 1)\nq = ${json}\n`, ['prod', undefined]],
  'and with a comparison': [`p = stage == "prod" and ${json}\n`, ['stage == "prod"']],
  'and of a text': [`p = prod and """${json}"""\n`, ['prod']],
  'and with or of Lua': [`p = prod and [[${json}]] or [[${json}]]\n`, ['prod', 'not (prod)']],
  'andalso of Erlang': [`P = Prod andalso <<"""\n${json}\n""">>.\n`, ['Prod']],
  'OrElse of Visual Basic': [`p = Other OrElse <![CDATA[${json}]]>.Value\n`, ['not (Other)']],
  '-and of PowerShell': [`$Prod -and ($p = '${json}')\n$q = '${json}'\n`, ['$Prod', undefined]],
  '?? of JavaScript': [`const p = other ?? ${json};\n`, ['not (other)']],
  '?: of Kotlin': [`val p = other ?: """${json}"""\n`, ['not (other)']],
  'if and else of Haskell': [`p = if prod then [r|${json}|] else [r|${json}|]\n`, ['prod', 'not (prod)']],
  'CASE of SQL': [
    `SELECT CASE WHEN stage = 'prod' THEN '${json}' ELSE '${json}' END;\n`,
    ["CASE: stage = 'prod'", 'CASE: else'],
  ],
  'test before a command': [`[ "$ENV" = prod ] && ${put}\n`, ['[ "$ENV" = prod ]']],
  'exit unless a test': [`[ "$ENV" = prod ] || exit 0\n${put}\n`, ['[ "$ENV" = prod ]']],
  'exit unless several tests': [
    `[ "$ENV" = prod ] && [ -n "$X" ] || exit 0\n${put}\n`,
    ['[ "$ENV" = prod ] && [ -n "$X" ]'],
  ],
  'exit unless a test with several parts': [
    `[[ "$ENV" == prod || "$ENV" == qa ]] || exit 0\n${put}\n`,
    ['[[ "$ENV" == prod || "$ENV" == qa ]]'],
  ],
  'exit unless a variable has a value': [`test "$ENV" != dev || exit 0\n${put}\n`, ['test "$ENV" != dev']],
  'command that assigns before another': [`X=1 make x && ${put}\n`, [undefined]],
  'not of Python before or': [`p = not prod or ${json}\nq = ${json}\n`, ['not (not prod)', undefined]],
  'not of Python before or in a list': [`p = [not prod or ${json}, 1]\n`, ['not (not prod)']],
  'in of Python before and': [`p = stage in stages and ${json}\n`, ['stage in stages']],
  'is of Python before or': [`p = other is None or ${json}\n`, ['not (other is None)']],
  'typeof of JavaScript': [`const p = typeof prod === "x" && ${json};\n`, ['typeof prod === "x"']],
  'await of JavaScript': [`const p = await isProd() && ${json};\n`, ['await isProd()']],
  'test before a document of a shell': [
    `[ "$ENV" = prod ] && cat > p.json <<'EOF'\n${json}\nEOF\ncat > q.json <<'EOF'\n${json}\nEOF\n`,
    ['[ "$ENV" = prod ]', undefined],
  ],
  'test before a document of a shell that is handed on': [
    `[[ $ENV == prod ]] && cat <<EOF > p.json && echo done\n${json}\nEOF\n`,
    ['[[ $ENV == prod ]]'],
  ],
  'if behind the beginning of a document of Ruby': [
    `p = <<~JSON if prod\n  ${json}\nJSON\nq = <<~JSON\n  ${json}\nJSON\n`,
    ['prod', undefined],
  ],
  'unless behind the beginning of a document of Ruby': [
    `p = <<~JSON unless dev\n  ${json}\nJSON\n`,
    ['not (dev)'],
  ],
  'document of a shell or an exit': [`cat > p.json <<'EOF' || exit 1\n${json}\nEOF\n`, [undefined]],
  'let of Kotlin': [`val q = prod?.let { p = """${json}""" }\nval r = """${json}"""\n`, ['prod', undefined]],
  'takeIf of Kotlin': [`val q = """${json}""".takeIf { prod }\nval r = """${json}"""\n`, ['prod', undefined]],
  'takeUnless of Kotlin': [`val q = """${json}""".takeUnless { dev }\n`, ['not (dev)']],
  'takeIf and let of Kotlin': [
    `val q = x.takeIf { it.prod }?.let { """${json}""" }\n`,
    ['x.takeIf { it.prod }'],
  ],
  'Option.when of Scala': [
    `val q = Option.when(prod)("""${json}""")\nval r = """${json}"""\n`,
    ['prod', undefined],
  ],
  'Option.unless of Scala': [`val q = Option.unless(isDev(x)) {\n  """${json}"""\n}\n`, ['not (isDev(x))']],
  'then of Rust': [`let q = prod.then(|| json!(${json}));\nlet r = json!(${json});\n`, ['prod', undefined]],
  'then_some of Rust': [`let q = (stage == "prod").then_some(r#"${json}"#);\n`, ['stage == "prod"']],
  'then of a promise': [`load(x).then(() => put(${json}));\n`, [undefined]],
  'if of Rego': [`policy := ${json} if prod\nother := ${json}\n`, ['prod', undefined]],
  'and of fish': [`test "$ENV" = prod; and ${put}\n${put}\n`, ['test "$ENV" = prod', undefined]],
  'or of fish': [`set -q DEV; or ${put}\n`, ['not (set -q DEV)']],
  'or of fish that leaves': [`test "$ENV" = prod; or exit\n${put}\n`, ['test "$ENV" = prod']],
  'and of a sentence': [`Read this; and ${json}\n`, [undefined]],
  'unless of Haskell': [
    `main = do\n  unless dev $ put [r|${json}|]\n  put [r|${json}|]\n`,
    ['not (dev)', undefined],
  ],
  'if of Perl in the next line': [`put('${json}')\n  if $prod;\nput('${json}');\n`, ['$prod', undefined]],
  'unless of Perl in the next line, in brackets': [
    `put('${json}')\n  unless ($dev);\nput('${json}');\n`,
    ['not ($dev)', undefined],
  ],
  'if behind a line without its end, which begins a statement': [
    `put('${json}')\nif (prod) other();\nput('${json}')\nif (prod) {\n  x();\n}\n`,
    [undefined, undefined],
  ],
  'else behind an empty block': [`if (dev) {} else { put(${json}); }\n`, ['not (dev)']],
  'block of Rust in one line': [`if prod { put(r#"${json}"#); }\nput(r#"${json}"#);\n`, ['prod', undefined]],
  'block of Go in one line, behind a statement': [
    `if v, ok := m["p"]; ok { put(\`${json}\`) }\n`,
    ['v, ok := m["p"]; ok'],
  ],
  'block of Swift in one line': [`if let x = prod { put("""\n${json}\n""") }\nput("x")\n`, ['let x = prod']],
  'if in a list of Dart': [`final p = [if (prod) '${json}'];\n`, ['prod']],
  'first guard of Haskell, behind its name': [
    `p | prod = [r|${json}|]\n  | otherwise = [r|${json}|]\n`,
    ['prod', 'otherwise'],
  ],
  'a type with or': [`private string | null $p = '${json}';\n`, [undefined]],
  'blocks of PowerShell that are texts alone': [
    `$p = if ($prod) { '${json}' } else {\n  '${json}'\n}\n`,
    ['$prod', 'not ($prod)'],
  ],
  'branches of PowerShell in one line': [
    `switch ($e) { 'prod' { put '${json}' } default { put '${json}' } }\n`,
    [`$e: 'prod'`, '$e: default'],
  ],
  'if and else of a shell in one line': [
    `if [ "$E" = prod ]; then put '${json}'; else put '${json}'; fi\n`,
    ['[ "$E" = prod ]', 'not ([ "$E" = prod ])'],
  ],
  'if and else of a template of Go in one line': [
    `{{ if eq .Env "prod" }}${json}{{ else }}${json}{{ end }}\n`,
    ['eq .Env "prod"', 'not (eq .Env "prod")'],
  ],
  'then and else of Jsonnet': [
    `{ p: if std.extVar('e') == 'prod' then ${json} else {} }\n`,
    [`std.extVar('e') == 'prod'`],
  ],
  'then of Jsonnet without else': [
    `local p = if prod then ${json};\nlocal q = ${json};\n`,
    ['prod', undefined],
  ],
  'then and else of OCaml with marks of texts': [
    `let p = if prod then {|${json}|} else {|${json}|}\n`,
    ['prod', 'not (prod)'],
  ],
  'do and else of Elixir': [
    `if prod, do: put(~s(${json})), else: put(~s(${json}))\nput(~s(${json}))\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'body of Rego': [
    `policy := ${json} {\n  input.env == "prod"\n}\nother := ${json}\n`,
    ['input.env == "prod"', undefined],
  ],
  'body of Rego behind if': [`policy := ${json} if {\n  input.env == "prod"\n}\n`, ['input.env == "prod"']],
  'name that is used only in an if': [
    `policy = '${json}'\nif prod:\n    put(policy)\nput('${json}')\n`,
    ['prod', undefined],
  ],
  'name of a shell that is used only behind a test': [
    `POLICY='${json}'\n[ "$E" = prod ] && aws iam put-role-policy --policy-document "$POLICY"\n`,
    ['[ "$E" = prod ]'],
  ],
  'name that is used only in an if, for an argument with the same name': [
    `policy = '${json}'\nif prod:\n    put(1, policy=policy)\n`,
    ['prod'],
  ],
  'name that is used in an if and in its else': [
    `policy = '${json}'\nif prod:\n    a(policy)\nelse:\n    b(policy)\n`,
    [undefined],
  ],
  'name that is used in an if and behind it': [
    `const policy = \`${json}\`;\nif (prod) {\n  a(policy);\n}\nb(policy);\n`,
    [undefined],
  ],
  'name that other files can use': [
    `export const policy = \`${json}\`;\nif (prod) {\n  a(policy);\n}\n`,
    [undefined],
  ],
  'prose with and': [`Use Allow and ${json}\n`, [undefined]],
};

const blocks: Readonly<Record<string, Row>> = {
  'If of Visual Basic': [
    `If stage = "prod" Then\n  Dim p = <![CDATA[${json}]]>.Value\nElseIf x Then\n  Dim p = <![CDATA[${json}]]>.Value\nElse\n  Dim p = <![CDATA[${json}]]>.Value\nEnd If\nDim q = <![CDATA[${json}]]>.Value\n`,
    ['stage = "prod"', 'not (stage = "prod"), x', 'not (stage = "prod"), not (x)', undefined],
  ],
  'If of Visual Basic in one line': [
    `If prod Then p = <![CDATA[${json}]]>.Value\nq = <![CDATA[${json}]]>.Value\n`,
    ['prod', undefined],
  ],
  'Select of Visual Basic': [
    `Select Case stage\n  Case "prod"\n    p = <![CDATA[${json}]]>.Value\n  Case Else\n    p = <![CDATA[${json}]]>.Value\nEnd Select\nq = <![CDATA[${json}]]>.Value\n`,
    ['Select Case stage, Case "prod"', 'Select Case stage, Case Else', undefined],
  ],
  'Exit of Visual Basic': [
    `Sub F()\n  If Not prod Then Exit Sub\n  p = <![CDATA[${json}]]>.Value\nEnd Sub\n`,
    ['not (Not prod)'],
  ],
  'guard of Swift': [
    `guard stage == "prod" else { return }\nlet p = """\n${json}\n"""\n`,
    ['stage == "prod"'],
  ],
  'guard of Swift over lines': [
    `func f() {\n    guard let s = stage, s == "prod" else {\n        return\n    }\n    let p = """\n    ${json}\n    """\n}\nlet q = """\n${json}\n"""\n`,
    ['let s = stage, s == "prod"', undefined],
  ],
  'let with else of Rust': [
    `fn f() {\n    let Some(x) = stage else { return };\n    let p = r#"${json}"#;\n}\nlet q = r#"${json}"#;\n`,
    ['let Some(x) = stage', undefined],
  ],
  'if of Lua': [
    `if prod then\n  p = [[${json}]]\nelseif qa then\n  p = [[${json}]]\nelse\n  p = [[${json}]]\nend\nq = [[${json}]]\n`,
    ['prod', 'not (prod), qa', 'not (prod), not (qa)', undefined],
  ],
  'if of Elixir': [
    `if prod do\n  p = ~s(${json})\nelse\n  p = ~s(${json})\nend\nq = ~s(${json})\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'case of Elixir': [
    `case stage do\n  "prod" -> ~s(${json})\n  _ -> ~s(${json})\nend\nq = ~s(${json})\n`,
    ['case stage', 'case stage', undefined],
  ],
  'case of Erlang': [
    `case Stage of\n  prod -> <<"""\n${json}\n""">>;\n  _ -> <<"""\n${json}\n""">>\nend.\n`,
    ['case Stage', 'case Stage'],
  ],
  'match of OCaml': [
    `let p = match stage with\n  | Prod -> {|${json}|}\n  | _ -> {|${json}|}\n`,
    ['Prod', '_'],
  ],
  'guards of Haskell': [
    `p stage\n  | stage == "prod" = [r|${json}|]\n  | otherwise = [r|${json}|]\nq = [r|${json}|]\n`,
    ['stage == "prod"', 'otherwise', undefined],
  ],
  'when of Clojure': [`(when prod\n  (put #json ${json}))\n`, ['prod']],
  'if of Julia': [`if prod\n    p = """${json}"""\nend\nq = """${json}"""\n`, ['prod', undefined]],
  'if of Batch': [
    `if "%ENV%"=="prod" (\n  ${put}\n) else (\n  ${put}\n)\n${put}\n`,
    ['"%ENV%"=="prod"', 'not ("%ENV%"=="prod")', undefined],
  ],
  'goto of Batch': [`if not "%ENV%"=="prod" goto :eof\n${put}\n`, ['not (not "%ENV%"=="prod")']],
  'if of fish': [
    `if test "$E" = prod\n    ${put}\nelse if test x\n    ${put}\nelse\n    ${put}\nend\n${put}\n`,
    ['test "$E" = prod', 'not (test "$E" = prod), test x', 'not (test "$E" = prod), not (test x)', undefined],
  ],
  'case of a shell on one line': [`case $E in prod) ${put};; esac\n${put}\n`, ['$E: prod', undefined]],
  'switch of fish': [
    `switch $ENV\n    case prod\n        ${put}\n    case '*'\n        ${put}\nend\n${put}\n`,
    ['switch $ENV, case prod', "switch $ENV, case '*'", undefined],
  ],
  'if of csh': [
    `if ($E == prod) then\n  ${put}\nelse\n  ${put}\nendif\n${put}\n`,
    ['$E == prod', 'not ($E == prod)', undefined],
  ],
  'if of CMake': [`if(PROD)\n  set(P [[${json}]])\nendif()\nset(Q [[${json}]])\n`, ['PROD', undefined]],
  'if of Pascal': [`if Prod then\nbegin\n  P := '${json}';\nend;\nQ := '${json}';\n`, ['Prod', undefined]],
  'mkIf of Nix': [`{ a = lib.mkIf prod { p = ''${json}''; }; b = ''${json}''; }\n`, ['prod', undefined]],
  'when of Haskell': [`main = when prod $ put [r|${json}|]\nq = [r|${json}|]\n`, ['prod', undefined]],
  'else of Nim': [
    `when prod:\n  let p = """${json}"""\nelse:\n  let p = """${json}"""\n`,
    ['prod', 'not (prod)'],
  ],
  'return of Perl': [`$stage eq 'prod' or return;\nmy $p = '${json}';\n`, ["$stage eq 'prod'"]],
  'when of Pkl': [`when (prod) {\n  p = #"${json}"#\n}\nq = #"${json}"#\n`, ['prod', undefined]],
  'if of CUE': [`if prod {\n\tp: ${json}\n}\nq: ${json}\n`, ['prod', undefined]],
  'when of Jenkins': [
    `stage('x') {\n  when { branch 'main' }\n  steps {\n    sh '''${put}'''\n  }\n}\nstage('y') {\n  steps {\n    sh '''${put}'''\n  }\n}\n`,
    ["branch 'main'", undefined],
  ],
  'only_if of Chef': [
    `execute 'x' do\n  command <<-C\n${put}\n  C\n  only_if { prod }\nend\nexecute 'y' do\n  command <<-C\n${put}\n  C\nend\n`,
    ['prod', undefined],
  ],
  'condition of a resource that a program writes': [
    `const r = {\n  [\`\${name}A\`]: {\n    Type: 'AWS::IAM::Policy',\n    Condition: 'IsProd',\n    Properties: { PolicyDocument: ${json} },\n  },\n  [\`\${name}B\`]: {\n    Type: 'AWS::IAM::Policy',\n    Condition,\n    Properties: { PolicyDocument: ${json} },\n  },\n  [\`\${name}C\`]: {\n    Type: 'AWS::IAM::Policy',\n    Properties: { PolicyDocument: ${json} },\n  },\n};\n`,
    ['IsProd', 'Condition', undefined],
  ],
  'sentences above indented policies': [
    `If you use a key of your own, attach:\n\n    ${json}\n\nWhen creating the role, also attach:\n\n    ${json}\n`,
    [undefined, undefined],
  ],
  'sentences of a page, with names and signs': [
    `Unless you use a VPC, the policy is enough. Test it; go on, then attach:\n\n    ${json}\n\nIf you call \`s3:GetObject\` with KMS, then also attach:\n\n    ${json}\n`,
    [undefined, undefined],
  ],
  'if and else of Rust in one line': [
    `let p = if cfg!(prod) { r#"${json}"# } else { r#"${json}"# };\n`,
    ['cfg!(prod)', 'not (cfg!(prod))'],
  ],
  'when of Kotlin in one line': [
    `val p = when { prod -> """${json}""" else -> """${json}""" }\n`,
    ['prod', 'else'],
  ],
  'words alone with then': [`if A and B and not C then\n  P := '${json}';\nend;\n`, ['A and B and not C']],
  'if behind the end of a block of Ruby': [
    `begin\n  put('${json}')\nend if prod\nput('${json}')\n`,
    ['prod', undefined],
  ],
  'unless behind the end of a block of Ruby': [
    `2.times do\n  put('${json}')\nend unless dev\nput('${json}')\n`,
    ['not (dev)', undefined],
  ],
  'build constraint of Go': [
    `//go:build prod && !dev\n\npackage p\nconst P = \`${json}\`\n`,
    ['prod && !dev'],
  ],
  'old build constraint of Go': [`// +build prod\n\npackage p\nconst P = \`${json}\`\n`, ['prod']],
  'cfg of a whole file of Rust': [
    `#![cfg(feature = "prod")]\nconst P: &str = r#"${json}"#;\n`,
    ['feature = "prod"'],
  ],
  'cfg of Rust': [
    `#[cfg(feature = "prod")]\nconst P: &str = r#"${json}"#;\nconst Q: &str = r#"${json}"#;\n`,
    ['feature = "prod"', undefined],
  ],
};

const templates: Readonly<Record<string, Row>> = {
  'if of Blade': [
    `@if ($prod)\n${json}\n@else\n${json}\n@endif\n${json}\n`,
    ['$prod', 'not ($prod)', undefined],
  ],
  'if of Svelte': [
    `{#if prod}\n${json}\n{:else}\n${json}\n{/if}\n${json}\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'if of Smarty': [
    `{if $prod}\n${json}\n{else}\n${json}\n{/if}\n${json}\n`,
    ['$prod', 'not ($prod)', undefined],
  ],
  'if of Mako': [
    `% if prod:\n${json}\n% else:\n${json}\n% endif\n${json}\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'if of ytt': [
    `#@ if prod:\n${json}\n#@ else:\n${json}\n#@ end\n${json}\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'unless of Liquid': [`{% unless dev %}\n${json}\n{% endunless %}\n${json}\n`, ['not (dev)', undefined]],
  'case of Liquid': [
    `{% case stage %}\n{% when "prod" %}\n${json}\n{% else %}\n${json}\n{% endcase %}\n${json}\n`,
    ['stage: "prod"', 'stage: else', undefined],
  ],
  'if of XSLT': [`<xsl:if test="$prod">\n${json}\n</xsl:if>\n${json}\n`, ['$prod', undefined]],
  'if of JSP': [`<c:if test="\${prod}">\n${json}\n</c:if>\n${json}\n`, ['${prod}', undefined]],
  'if of EJS that ends in its line': [
    `{\n  "Resources": {\n      <% if (a) { %>,<%- b %> <% } %>\n    "Role": ${json}\n  }\n}\n`,
    [undefined],
  ],
  'choose of XSLT': [
    `<xsl:choose>\n<xsl:when test="$prod">\n${json}\n</xsl:when>\n<xsl:otherwise>\n${json}\n</xsl:otherwise>\n</xsl:choose>\n${json}\n`,
    ['choose: $prod', 'choose: else', undefined],
  ],
  'if of Angular': [
    `@if (prod) {\n${json}\n} @else {\n${json}\n}\n${json}\n`,
    ['prod', 'not (prod)', undefined],
  ],
  'Condition of MSBuild': [
    `<Target Condition="'$(Prod)' == 'true'">\n<P><![CDATA[${json}]]></P>\n</Target>\n<P><![CDATA[${json}]]></P>\n`,
    ["'$(Prod)' == 'true'", undefined],
  ],
};

const pipelines: Readonly<Record<string, Row>> = {
  'only of GitLab': [
    `one:\n  only:\n    - main\n  script:\n    - ${put}\ntwo:\n  script:\n    - ${put}\n`,
    ['only: main', undefined],
  ],
  'only of GitLab with keys': [
    `one:\n  script:\n    - ${put}\n  only:\n    refs:\n      - main\n    variables:\n      - $X == "1"\n`,
    ['only: refs: main, variables: $X == "1"'],
  ],
  'except of GitLab on one line': [`one:\n  script:\n    - ${put}\n  except: [tags]\n`, ['except: tags']],
  'rules of GitLab': [
    `one:\n  script:\n    - ${put}\n  rules:\n    - if: '$CI_COMMIT_BRANCH == "main"'\n      when: on_success\n    - when: never\n`,
    ['$CI_COMMIT_BRANCH == "main"'],
  ],
  'rules of GitLab with changes': [
    `one:\n  rules:\n    - changes:\n        - terraform/**\n  script:\n    - ${put}\n`,
    ['rules: changes: terraform/**'],
  ],
  'rules of GitLab for all jobs': [
    `workflow:\n  rules:\n    - if: $CI_COMMIT_TAG\none:\n  script:\n    - ${put}\n`,
    ['$CI_COMMIT_TAG'],
  ],
  'extends of GitLab': [
    `.a:\n  rules:\n    - if: $CI_COMMIT_TAG\n.b:\n  extends: .a\none:\n  extends: [.b]\n  script:\n    - ${put}\ntwo:\n  script:\n    - ${put}\n`,
    ['$CI_COMMIT_TAG', undefined],
  ],
  'anchor of YAML': [
    `.a: &a\n  only:\n    - main\none:\n  <<: *a\n  script:\n    - ${put}\ntwo:\n  script:\n    - ${put}\n`,
    ['only: main', undefined],
  ],
  'when of CircleCI with a condition over lines': [
    `steps:\n  - when:\n      condition:\n        equal: [main, << pipeline.git.branch >>]\n      steps:\n        - run: ${put}\n  - run: ${put}\n`,
    ['equal: main, << pipeline.git.branch >>', undefined],
  ],
  'branches of Buildkite': [
    `steps:\n  - command: ${put}\n    branches: "main"\n  - command: ${put}\n`,
    ['branches: main', undefined],
  ],
  'when of Drone': [
    `- name: a\n  commands:\n    - ${put}\n  when:\n    branch:\n      - main\n`,
    ['when: branch: main'],
  ],
  'branches of Travis': [`branches:\n  only:\n    - main\nscript:\n  - ${put}\n`, ['only: main']],
  'unless of CircleCI': [
    `steps:\n  - unless:\n      condition: << parameters.dev >>\n      steps:\n        - run: ${put}\n  - run: ${put}\n`,
    ['not (<< parameters.dev >>)', undefined],
  ],
  'when of Tekton': [
    `- name: a\n  when:\n    - input: "$(params.stage)"\n      operator: in\n      values: ["prod"]\n  script: |\n    ${put}\n`,
    ['when: input: "$(params.stage)", operator: in, values: "prod"'],
  ],
  'key with an if of Azure': [
    `steps:\n  - \${{ if eq(variables.x, 'y') }}:\n      - script: ${put}\n  - script: ${put}\n`,
    ["eq(variables.x, 'y')", undefined],
  ],
  'onlyif of Salt': [
    `a:\n  cmd.run:\n    - name: ${put}\n    - onlyif: test -f /x\n`,
    ['onlyif: test -f /x'],
  ],
  'rules of a role of Kubernetes, which are none': [
    `kind: ClusterRole\nrules:\n  - apiGroups: [""]\n    verbs: [get]\n---\nkind: Policy\nspec:\n  policyDocument: |\n    ${json}\n`,
    [undefined],
  ],
  'rules of another document of YAML': [`only: main\nscript: x\n---\nrun:\n  - ${put}\n`, [undefined]],
  'values with such names': [`branches: main\nonly: x\npolicy: '${json}'\n`, [undefined]],
  'branches of Bitbucket': [
    `pipelines:\n  branches:\n    main:\n      - step:\n          script:\n            - ${put}\n`,
    ['branches: main'],
  ],
};

describe.each([
  ['expressions', expressions],
  ['blocks', blocks],
  ['templates', templates],
  ['pipelines', pipelines],
])('%s', (_of, rows) => {
  it.each(Object.entries(rows))('%s', (_name, [text, conditions]) => {
    const { policies } = readImport(text, { yaml: readYaml });
    const noted = policies.map(({ notes }) =>
      notes.flatMap(({ code, detail }) => (code === 'onlyIf' ? [detail] : [])),
    );
    expect(noted).toEqual(conditions.map((one) => (one === undefined ? [] : [one])));
  });
});
