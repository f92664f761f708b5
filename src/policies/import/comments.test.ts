import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { printPolicy } from '../language/print.ts';
import { toOffset } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import { commentedParts, commentedRuns } from './commentedParts.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

const printed = compose(fillExamples(createDraft({}, builtIn), builtIn), builtIn).map(({ policy }) =>
  printPolicy(policy).text.trim(),
);
const oneLine = printed.map((text) => JSON.stringify(JSON.parse(text)));

const lines = (marker: string) => (text: string) => text.replaceAll(/^/gm, marker);
const block = (opening: string, closing: string) => (text: string) => opening + text + closing;

type Comment = readonly [marker: string, comment: (text: string) => string];

/** For lines, the rest of a line and blocks. */
const styles: readonly Comment[] = [
  ['//', lines('// ')],
  ['//', lines('    //')],
  ['///', lines('/// ')],
  ['#', lines('# ')],
  ['##', lines('  ## ')],
  ['--', lines('-- ')],
  [';', lines('; ')],
  ['%', lines('% ')],
  ['REM', lines('REM ')],
  ['::', lines(':: ')],
  ['/*', block('/* ', ' */')],
  ['/*', block('/**\n', '\n*/')],
  ['/*', block('/* ', '')],
  ['<!--', block('<!-- ', ' -->')],
  ['<!--', block('<!--\n', '\n-->')],
  ['{#', block('{# ', ' #}')],
  ['<#', block('<# ', ' #>')],
  ['{{!--', block('{{!-- ', ' --}}')],
  ['<%--', block('<%-- ', ' --%>')],
  ['--[[', block('--[[ ', ' ]]')],
  ['<%#', block('<%# ', ' %>')],
  ['<!--', block('<td><!-- ', ' --></td>')],
  ['<%#', block('<p>Old<%# ', ' %></p>')],
  ['(*', block('(* ', ' *)')],
  ['<#--', block('<#-- ', ' -->')],
  ['@*', block('@* ', ' *@')],
  ['{% comment %}', block('{% comment %}', '{% endcomment %}')],
  ['{%- comment -%}', block('{%- comment -%}\n', '\n{%- endcomment -%}')],
  ['=begin', block('=begin\n', '\n=end')],
  ['dnl', lines('dnl ')],
];

/** What a page, a chat or a word processor shows struck out. */
const strikes: readonly Comment[] = [
  ['<del>', block('<del>', '</del>')],
  ['<del>', block('<del>\n', '\n</del>')],
  ['<del class="x" cite="y">', block('<del class="x" cite="y">', '</del>')],
  ["<del\n datetime='2026-01-01'>", block("<del\n datetime='2026-01-01'>", '</del >')],
  ['<s>', block('<p>Old: <s>', '</s></p>')],
  ['<s>', block('<s><code>', '</code></s>')],
  ['<S>', block('<S>', '</s>')],
  ['<strike>', block('<strike>', '</STRIKE>')],
  [
    '<span style="text-decoration: line-through">',
    block('<td><span style="text-decoration: line-through">', '</span></td>'),
  ],
  ['~~', block('~~', '~~')],
  ['~~', block('~~\n', '\n~~')],
  ['~~', block('- **~~', '~~**')],
  ['~~', block('~~```json\n', '\n```~~')],
  ['~~', block('~~\n~~~json\n', '\n~~~\n~~')],
  ['~', block('~', '~')],
  ['[s]', block('[s]', '[/s]')],
  ['[DEL]', block('[quote][DEL]\n', '\n[/DEL][/quote]')],
];

const stars = (text: string) => `/**\n${text.replaceAll(/^/gm, ' * ')}\n */`;

describe('a policy that is commented out', () => {
  it.each([...styles, ['/*', stars] as const, ['<s>', block('<s>', '')] as const, ...strikes])(
    '%s: found, not selected, and its comment noted',
    (marker, comment) => {
      for (const policy of [...oneLine, ...printed]) {
        const text = `Old:\n${comment(policy)}`;
        const { policies, refusals } = readImport(text);
        expect(refusals).toEqual([]);
        expect(policies.map((one) => [JSON.parse(one.text), one.doubtful])).toEqual([
          [JSON.parse(policy), true],
        ]);
        const [note] = policies[0]!.notes;
        expect(note).toMatchObject({ code: 'commentedOut', detail: marker });
        expect(text.slice(note!.range.offset, note!.range.offset + note!.range.length)).toBe(marker);
        const { offset, length } = policies[0]!.range;
        expect(text.slice(offset, offset + length).startsWith('{')).toBe(true);
        expect(text.slice(offset, offset + length).endsWith('}')).toBe(true);
      }
    },
  );

  it.each([
    ['behind code', 'const policy = load(); // was {"Statement": ', '}'],
    ['behind a colon and a comma', 'policy: x, # {"Statement": ', '}'],
    ['behind words', '// the policy before, for team [1]: {"Statement": ', '}'],
    ['with marks around it', '# policy = \'{"Statement": ', "}'"],
    ['twice', '// // {"Statement": ', '}'],
    ['directly behind code', 'const policy = 1//{"Statement": ', '}'],
    ['directly behind a word', 'old// {"Statement": ', '}'],
    ['of SQL, behind a word', 'old --{"Statement": ', '}'],
    ['of a shell, directly behind a word', 'old# {"Statement": ', '}'],
    ['in an added line of a difference', '+// {"Statement": ', '}'],
    ['in a removed line of a difference', '-# {"Statement": ', '}'],
    ['in a line that a search found', 'deploy.ts:12:// {"Statement": ', '}'],
    ['in code of a chat', '`// {"Statement": ', '}`'],
    ['of Visual Basic', '\' {"Statement": ', '}'],
  ])('%s', (_, before, behind) => {
    const text = `${before}[{"Effect":"Allow","Action":"*","Resource":"*"}]${behind}\n`;
    expect(readImport(text).policies.map(({ doubtful }) => doubtful)).toEqual([true]);
  });

  it('is distinguished from one beside it that is not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...oneLine, ...printed.slice(0, 4)),
        fc.constantFrom(...oneLine),
        fc.constantFrom(...styles.filter(([, comment]) => comment('x') !== '/* x'), ...strikes),
        fc.boolean(),
        (used, unused, [, comment], isFirst) => {
          const text = isFirst ? `${comment(unused)}\n${used}` : `${used}\n${comment(unused)}`;
          const { policies } = readImport(text);
          const told = policies.map((one) => [JSON.parse(one.text), one.doubtful]);
          const expected = [
            [JSON.parse(unused), true],
            [JSON.parse(used), false],
          ];
          expect(told).toEqual(isFirst ? expected : expected.toReversed());
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each([
    ['between two of a list', (used: string, unused: string) => `[${used},\n// ${unused}\n${used}]`],
    ['behind the last of a list', (used: string, unused: string) => `[${used}, ${used} /* ${unused} */]`],
    [
      'in lines of a list',
      (used: string, unused: string) => `[${used},\n${lines('  # ')(unused.replace(',', ',\n'))}\n${used}]`,
    ],
    [
      'among output of the AWS CLI',
      (used: string, unused: string) =>
        `[{"PolicyName":"a","PolicyDocument":${used}},\n// {"PolicyName":"b","PolicyDocument":${unused}},\n{"PolicyName":"c","PolicyDocument":${used}}]`,
    ],
  ])('%s', (_, write) => {
    const text = write(oneLine[0]!, oneLine[1]!);
    const { policies, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    const told = policies.map((one) => [JSON.parse(one.text), one.doubtful]);
    expect(told.filter(([, doubtful]) => doubtful)).toEqual([[JSON.parse(oneLine[1]!), true]]);
    expect(told.filter(([, doubtful]) => !doubtful)).toEqual(Array(2).fill([JSON.parse(oneLine[0]!), false]));
  });

  it('in a template in YAML', () => {
    const yaml = `# ${oneLine[0]}\nStatement:\n  - Effect: Allow\n    Action: s3:*\n    Resource: '*'\n`;
    const { policies } = readImport(yaml, { yaml: readYaml });
    expect(policies.map(({ doubtful }) => doubtful)).toEqual([true, false]);
  });

  it.each([
    ['an address before it', 'see https://example.com/{id} '],
    ['an address with a number before it', 'see http://[::1]:8080/ '],
    ['a pattern before it', 'all of arn:aws:s3:::bucket/* here: '],
    ['a heading before it', '# Policy\n\n'],
    ['a heading with a number', 'Policy #1: '],
    ['an option before it', 'aws iam put-role-policy --policy-document '],
    ['a dash before it', 'The policy -- as it is: '],
    ['a comment that ends before it', '/* the policy */ '],
    ['a comment of a page that ends before it', '<!-- the policy --> '],
    ['a comment with braces before it', '// the {policy} of [1]\n'],
    ['a bullet before it', '* '],
    ['a fence of tildes before it', '~~~\n'],
    ['a fence of tildes with a language before it', '~~~json\n'],
    ['fences of tildes before it', '~~~\nx\n~~~\n~~~~ json\n'],
    ['words struck out before it', 'for ~~team a~~ team b: '],
    ['tags struck out before it', '<p><del>old</del><s>older</s> '],
    ['a tag with a like name before it', '<span><strong><section><delta> '],
    ['about so many before it', 'about ~5 of ~~6: '],
    ['a home directory before it', 'cat ~/policy.json '],
    ['a footnote before it', 'Note (*): see (*) '],
    ['a template before it', '<%= name %> '],
    ['a block of a template before it', '{% if a %}{%- endif -%} '],
    ['a tag of a forum without an end before it', 'case[s] of [s]: '],
    ['words struck out in a forum before it', '[s]old[/s] '],
    ['an address of mail before it', 'ana@example.com, @*: '],
  ])('is not meant by %s', (_, before) => {
    for (const policy of [oneLine[0], printed[0]]) {
      const { policies } = readImport(`${before}${policy}`);
      expect(policies.map(({ text, doubtful }) => [text, doubtful])).toEqual([[policy, false]]);
    }
  });

  it.each(['~~~', '~~~~', '```'])('is not meant by a fence around it: %s', (fence) => {
    const text = `${fence}json\n${oneLine[0]}\n${fence}\n\n~~old~~\n\n${fence}\n${oneLine[1]}\n${fence}\n`;
    expect(readImport(text).policies.map(({ doubtful }) => doubtful)).toEqual([false, false]);
  });

  it('a statement struck out within a policy is never read as part of it', () => {
    const statement = '{"Effect":"Allow","Action":"s3:*","Resource":"*"}';
    for (const [opening, closing] of [
      ['~~', '~~'],
      ['<del>', '</del>'],
      ['<s>', '</s>'],
      ['(*', '*)'],
    ]) {
      const text = `{"Statement":[${opening}${statement}${closing},${statement}]}`;
      expect(readImport(text).policies.filter(({ doubtful }) => !doubtful)).toEqual([]);
    }
  });

  it('JSON that a comment begins and that goes on behind it is read, and not selected', () => {
    const text = `# was: {"Version": "2012-10-17",\n${oneLine[0]?.replace('{"Version":"2012-10-17",', '')}`;
    expect(readImport(text).policies.map(({ doubtful }) => doubtful)).toEqual([true]);
  });
});

describe('a part of a policy that is commented out', () => {
  const statement = (sid: string) =>
    `{"Sid":"${sid}","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::${sid}"}`;
  const cases: readonly (readonly [string, string])[] = [
    ['a statement in a line', `${statement('a')},\n// ${statement('b')},\n${statement('c')}`],
    ['a statement behind #', `${statement('a')},\n# ${statement('b')},\n${statement('c')}`],
    ['a statement in a block', `${statement('a')}, /* ${statement('b')}, */ ${statement('c')}`],
    ['a statement as on a page', `${statement('a')}, <!-- ${statement('b')}, --> ${statement('c')}`],
    [
      'a statement in lines',
      `${statement('a')},\n${lines('  // ')(statement('b').replaceAll(',', ',\n'))},\n${statement('c')}`,
    ],
    ['an element', `${statement('a').replace('}', ' /* , "Condition": {} */ }')},${statement('c')}`],
    ['an entry', `${statement('a').replace('"}', '" // "arn:aws:s3:::b"\n}')},${statement('c')}`],
  ];
  it.each(cases)('%s stays out, and that is noted with its place', (_, statements) => {
    const text = `{"Version":"2012-10-17","Statement":[${statements}]}`;
    const { policies, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    const [found] = policies;
    expect(JSON.parse(found!.text).Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(['a', 'c']);
    const notes = found!.notes.filter(({ code }) => code === 'commentedPart');
    expect(notes.map(({ range }) => text.slice(range.offset, range.offset + 2))).toEqual([
      expect.stringMatching(/^(?:\/\/|\/\*|<!|# )$/),
    ]);
  });

  it('a remark is none', () => {
    const text = `{"Version":"2012-10-17","Statement":[${statement('a')} /* for team: data, see arn docs */]}`;
    expect(readImport(text).policies.map(({ notes }) => notes)).toEqual([[]]);
  });

  it.each([
    [
      'between',
      "  - Effect: Allow\n    Action: s3:*\n    Resource: 'a'\n",
      "  - Effect: Allow\n    Action: s3:*\n    Resource: 'c'\n",
    ],
    ['behind', "  - Effect: Allow\n    Action: s3:*\n    Resource: 'a'\n", ''],
    ['before', '', "  - Effect: Allow\n    Action: s3:*\n    Resource: 'c'\n"],
  ])('a statement in YAML, %s others', (_, before, behind) => {
    const comment = "#  - Effect: Deny\n#    Action: s3:*\n#    Resource: 'b'\n";
    const yaml = `Version: '2012-10-17'\nStatement:\n${before}${comment}${behind}`;
    const [found] = readImport(yaml, { yaml: readYaml }).policies;
    const notes = found!.notes.filter(({ code }) => code === 'commentedPart');
    expect(notes.map(({ range }) => range.offset)).toEqual([yaml.indexOf('#')]);
    expect(found?.text).not.toContain('Deny');
  });

  const part = (name: string) => `  - Effect: ${name}\n    Action: s3:*\n    Resource: 'a'\n`;
  it.each([
    ['all directly around', '# a: b\n\n# Action: x\n', '\n  # Resource: y\n\n# z\n', 2],
    ['at the ends of the text', '# Action: x\n', '# Action: x', 2],
    ['with line ends of two characters', '# Action: x\r\n\r\n', '\r\n# Action: x\r\n', 2],
    ['that are remarks', '# the team’s\n', '# until May\n', 0],
  ])('comments around a policy in YAML: %s', (_, before, behind, count) => {
    const yaml = `${before}Statement:\n${part('Deny')}${behind}`;
    const [found] = readImport(yaml, { yaml: readYaml }).policies;
    const notes = found!.notes.filter(({ code }) => code === 'commentedPart');
    expect(notes).toHaveLength(count);
    for (const { range } of notes)
      expect(yaml.slice(range.offset, range.offset + range.length)).toMatch(/^ *#[^]*[^\s]$/);
  });

  it('each comment is noted with the policies that it is directly beside or in', () => {
    const law = (parts: readonly (readonly [comment: string, isPolicy: boolean])[], inOneLine: boolean) => {
      const lines = parts.flatMap(([comment, isPolicy], index) => [
        ...(comment === '' ? [] : [`# Effect: ${comment}`]),
        isPolicy
          ? `  P${index}: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Deny, Action: 's3:*', Resource: '*'}]}}},`
          : `  O${index}: {Type: Other},`,
      ]);
      const yaml = `Resources: {\n${inOneLine ? lines.join('\n').replaceAll(',\n  ', ', ') : lines.join('\n')}\n}\n`;
      const { policies } = readImport(yaml, { yaml: readYaml });
      expect(policies).toHaveLength(parts.filter(([, isPolicy]) => isPolicy).length);
      const all = yaml.split('\n');
      for (const { range, notes } of policies) {
        const line = yaml.slice(0, range.offset).split('\n').length - 1;
        const beside = [line - 1, line + 1].filter((at) => all[at]?.startsWith('#'));
        const noted = notes
          .filter(({ code }) => code === 'commentedPart')
          .map((note) => yaml.slice(0, note.range.offset).split('\n').length - 1);
        expect(noted).toEqual(beside);
      }
    };
    const one = fc.tuple(fc.constantFrom('', '', 'x'), fc.boolean());
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.boolean(), law));
  });

  /** A template on one line has thousands of policies in a line that is the whole text. */
  it('of a text with many policies each looks at a few comments, and reads nothing of the text', () => {
    const count = 4096;
    const block = "# Action: 'x'\n\nP: {Statement: [{Effect: Allow}]}\n\n\n";
    const pasted = `${block.repeat(count)}${'P: {Statement: [{Effect: Deny}]}, '.repeat(count)}\n${'# Action: x\n'.repeat(count)}`;
    const looked = { runs: 0, text: 0 };
    const runs = commentedRuns(pasted);
    expect(runs).toHaveLength(count + 1);
    const counted = new Proxy(runs, {
      get: (all, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looked.runs += 1;
        return Reflect.get(all, key);
      },
    });
    const source = {
      notation: 'yaml' as const,
      commentRuns: counted,
      get pasted() {
        looked.text += 1;
        return pasted;
      },
    };
    let notes = 0;
    const places = [...pasted.matchAll(/\{Statement[^}]*\}\]\}/g)];
    expect(places).toHaveLength(2 * count);
    for (const {
      index,
      0: { length },
    } of places)
      notes += commentedParts(source, { offset: toOffset(index), length }, []).length;
    // Those on lines of their own have one comment before and one behind, but for the last; those on one line have the one behind.
    expect(notes).toBe(2 * count - 1 + count);
    expect(looked.text).toBe(notes);
    expect(looked.runs).toBeLessThan(2 * count * (Math.log2(count) + 5));
  });
});
