import { DRAFT_VERSION } from '../model/draft.ts';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { digest } from '../language/digest.ts';
import { compose } from '../compose/compose.ts';
import { policiesMark } from './policiesMark.ts';
import { createDraft } from '../draft/createDraft.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { fromBase64url, toBase64url } from '../language/base64.ts';
import { arbitraryDraft } from './testing/draftArbitraries.ts';
import { inflateUpTo } from './inflate.ts';
import { isSame } from '../model/sameJson.ts';
import { decodeShared, encodeShared } from './share.ts';
import { type Decoding, shareLimits } from './shared.ts';
import { shareVersions } from './versions/index.ts';
import { v1 } from './versions/v1.ts';

const made = { dataDate: '2026-09-26', pageVersion: '0.1.0' };
const full = fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn);

function fragmentOf(draft: Draft): string {
  const encoding = encodeShared({ draft, ...made }, builtIn);
  if (!encoding.ok) throw new Error(encoding.detail);
  return encoding.fragment;
}

const link = fragmentOf(fillExamples(createDraft({ personas: ['notebookRole'] }, builtIn), builtIn));
const linked = decodeShared(link, builtIn);

/** What a link of version 1 with this content would be, whatever the content is. */
const forged = (content: any): string => `s1.${v1.encode({ draft: content, ...made })}`;

const packed = (draft: string): object => JSON.parse(draft);

describe('a shared draft', () => {
  it('comes back exactly as it was', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(decodeShared(fragmentOf(draft), builtIn)).toEqual({ ok: true, draft, ...made });
      }),
      { numRuns: 150 },
    );
  });

  it('is short: thirty personas with all their values fit into any address', () => {
    const thirty = fillExamples(
      createDraft({ personas: personas.slice(0, 30).map(({ id }) => id) }, builtIn),
      builtIn,
    );
    // The shortest limit that a browser or mail program ever had.
    expect(fragmentOf(thirty).length).toBeLessThan(2_083);
    expect(fragmentOf(full).length).toBeLessThan(70 * personas.length);
    expect(fragmentOf(createDraft({}, builtIn)).length).toBeLessThan(100);
  });

  it('comes with what its sender compares it with', () => {
    const baseline = { name: 'before the audit', draft: createDraft({ personas: ['hostingRole'] }, builtIn) };
    const encoding = encodeShared({ draft: full, ...made, baseline }, builtIn);
    expect(encoding.ok && decodeShared(encoding.fragment, builtIn)).toEqual({
      ok: true,
      draft: full,
      ...made,
      baseline,
    });
  });

  it('comes with the answers of its guarantees and the mark of its policies, with and without a baseline', () => {
    const answers = { proven: 3, open: { 'trainingRole/job-reads': 'violated' } } as const;
    const baseline = { name: 'before', draft: createDraft({}, builtIn) };
    const policies = policiesMark(compose(full, builtIn));
    for (const more of [
      { answers },
      { answers, baseline },
      { policies },
      { policies, baseline },
      { answers, policies },
    ]) {
      const encoding = encodeShared({ draft: full, ...made, ...more }, builtIn);
      expect(encoding.ok && decodeShared(encoding.fragment, builtIn)).toEqual({
        ok: true,
        draft: full,
        ...made,
        ...more,
      });
    }
  });

  it('opens without a baseline that is none', () => {
    const text = JSON.stringify([made.dataDate, made.pageVersion, full, 'theirs', { version: 'x' }]);
    const payload = toBase64url(deflateSync(new TextEncoder().encode(text)));
    const head = `1.${payload.length}.${payload}`;
    const body = `${payload.length.toString(36)}.${digest(head)}.${payload}`;
    expect(v1.decode(body, builtIn)).toEqual({ ok: true, draft: full, ...made });
  });

  it('has only characters that addresses and messages leave alone', () => {
    expect(fragmentOf({ ...full, name: '<script>alert("ä")</script> \u2028' })).toMatch(/^s1\.[\w.-]+$/);
  });

  it('has none of the activities that a persona brings, where it was left without a list', () => {
    const bare = { ...createDraft({}, builtIn), personas: ['dataScientist'] };
    const decoding = decodeShared(fragmentOf(bare), builtIn);
    expect(decoding.ok && decoding.draft.activities).toEqual({ dataScientist: [] });
  });

  it.each([
    [
      'a value longer than a draft may hold',
      { ...full, variables: { region: ['x'.repeat(2001)] } },
      'invalid',
    ],
    ['a persona twice', { ...full, personas: ['dataScientist', 'dataScientist'] }, 'invalid'],
    [
      'more than an address holds',
      {
        ...full,
        variables: Object.fromEntries(
          Array.from({ length: 12 }, (_, one) => [
            `v${one}`,
            Array.from({ length: 100 }, (_entry, other) => `${one}-${other}-`.padEnd(2000, 'x')),
          ]),
        ),
      },
      'tooLarge',
    ],
  ])('is refused rather than changed: %s', (_name, draft, reason) => {
    expect(encodeShared({ draft, ...made }, builtIn)).toMatchObject({ ok: false, reason });
  });
});

/** Links as they were given out. Never changed, only added to: each opens as this draft for ever. */
const common = {
  name: 'team-ä',
  layout: 'perPersona',
  personas: ['notebookRole', 'goneSince'],
  activities: {
    notebookRole: [{ activity: 'consoleReadAccess', stance: 'published', options: { actions: 'list' } }],
    goneSince: [],
  },
  variables: {
    accountId: ['111122223333'],
    outputData: ['ml-output/team-a', 'ml-other'],
    region: ['not valid'],
  },
} as const;

const later = {
  ...common,
  limits: {
    chosen: [{ guardrail: 'approvedKeys', options: { legacy: 'on' } }],
    delivery: 'boundary',
    exemption: true,
    ceiling: 'everything',
  },
  trust: { notebookRole: { form: 'crossAccount', options: { confusedDeputy: 'on' } } },
  sizing: { attach: 'inline', split: false, shorten: 'lossless' },
  accepted: [
    {
      document: 'notebookRole',
      code: 'PASS_ROLE_WITH_STAR_IN_RESOURCE',
      about: '0123456789abcdef',
      reason: 'agreed <b>on</b> Monday',
    },
  ],
  proofs: [
    {
      id: 'proof-1',
      persona: 'notebookRole',
      title: 'deletes a model',
      expect: 'denied',
      action: 'sagemaker:DeleteModel',
      resource: 'arn:aws:sagemaker:<REGION>:<ACCOUNT_ID>:model/m',
      context: { 'aws:RequestTag/team': ['a', 'b'] },
    },
  ],
} as const;

const edits = {
  notebookRole: {
    entries: [
      {
        key: 'hand-1',
        text: '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }',
        lead: ',\n    ',
      },
    ],
    removed: [
      {
        key: 'ReadConsole',
        base: '{"Sid":"ReadConsole","Effect":"Allow","Action":["sagemaker:List*"],"Resource":["*"]}',
      },
    ],
  },
};

/** What came with the persona on that day; later it may bring others, and the link must not. */
const scientist = {
  personas: ['dataScientist'],
  activities: {
    dataScientist: ['consoleReadAccess', 'notebookAccessByOwner', 'studioAccessByOwner'].map((activity) => ({
      activity,
      stance: 'hardened' as const,
      options: {},
    })),
  },
};

const givenOut: readonly { readonly name: string; readonly fragment: string; readonly draft: object }[] = [
  {
    name: 'link 1, a persona with the activities that came with it then',
    fragment:
      's1.5q.33600ed5b6f7aea3.lY5BCsJADEXvknVbxgoFZ6cXEHRZuhhnAg5KUppYKaV3NyKCuCtkEfLI-7-F2tVN6XZl3UABr' +
      'tpUDooZRhwkM4HfFtDbzhQEfAspaDjHjKRZFLoCQtQ8Zs1oeP7Dvp2_fAIPkUn4jicMaR8jiligaKCIBq9hSEiY7Ma9WvTbt' +
      'yxW5cdArHhhvn3eD9PxSTistog-Uua1js7mBQ',
    draft: createDraft(scientist, builtIn),
  },
  {
    name: 'link 1, a draft of version 1',
    fragment:
      's1.8s.ebb2bc75ac0a7b93.VVBBasQwDPxK0TnZJiksNLdCL72V7THkoDhi19Sxgq0ElpDf9Cf9WGUvZVmd5JnxaKQOmqo5l' +
      'tVr2RyhgOpQHyooNlgpRMse2roAjxNBC0I4lb8_qnJ45UUUmil8qpA9KqqP1EVoO_AsNDB_n9iRUmf29GW9IegLQCN2tWJJl' +
      'dujsu22f_qq9oZ9VPhEOL4ZQzGqVRRMPjp7GZyNFxoV5Fk0bPZL33MLygrsu068j2-7fi9gxWBxcLcAaAwvXj7GlLvWarRet' +
      'FJWXXNe5B0FEzu58gY851ukpRMkFwpJHOicT5bXf1rR2RF6DfAH',
    draft: createDraft({ ...common }, builtIn),
  },
  {
    name: 'link 1, a draft of version 2',
    fragment:
      's1.mi.ed0afbd485ddfd00.ZVJRbhoxEL0K8veSAGnTZoWQUEAtahOihagfCKFZe1iseO2t7aWhiNv0Jr1YZ5y2aRp_2TPje' +
      'W_evJUY9AaX3d5Vd3ApMtE765_1RHYUe_RBOyvyQSYs1ChyERHq7s8fVGXg4NpIoQb9HRU6CxSlB9-CyFfCuoilcw-FM0ipy' +
      'llcaCtRrDMBMuq9jhqp8viyMl8d_6QP1F46GyhcIKixlBgCtQoRuA9ht6XRYYeKgq6JRDb14-_pKigbxelEiM_w-Wp9ysQev' +
      'IbSPBEAKV1r40wx7z6dAZ0LOsyVxmzaOIEInK1N9ylwnrTgoTkUd-i52GOVJEvjd_ZgtBIMZ3StY8KSOxeQK46iasErD9oQU' +
      '2ga7_aoPuGBR_xnGoMVSJaC-qZRFBpNu-FQSbQV0DUT-Ih1-iTy6FvMhERttK2oCrk67vhBVChLoryS_Si2ztesuHchkNasy' +
      'EsmtIttG1BNkOb_y4haBv09IZGSMYLcUUpbAue9h8ZogtuCCUQq7JyPPL4whELyB6ZE-mMTaY2sinKyrZGw8_8tJJ3ird-NF' +
      '4tNMf883XyZLT9uFstxsZndborpYn5fXE-pEEgX_t_rDy7evL189_4KSqlwSymPQA5lwSuPqDrDcuTs8LwcdW4cSXkQrDCtw' +
      'm3ZxEdB-yOf8bvbfzb4a25RR1aRl4MRQwc6NbE1aTENSmaj0Opk1Sd_UiRAhTU8oM8n6dvN7y8eg2t9sjh4m8O3kD-XDovph' +
      '9n8dpQPx9fX8_vb5WY2GeUJ7bxOKtmIj2nD_LHAry2GuIQqOZatyaYtyZan9Wn9Cw',
    draft: createDraft({ ...later }, builtIn),
  },
  {
    name: 'link 1, a draft of version 3',
    fragment:
      's1.rf.8353dc88ee889985.ZVTbbhoxEP0V5MdqaQhp02YVRUIBtai5aUnUB4iQWQ9gxWtT20tCEX_TP-mP9YxJCUn8ZM-MZ' +
      '86cOfZQtFvt42brpNk-FplofTz82BLZWizJB-2syI8yYWVFIheRZNX8-wdRRq5cHWFakL9BoLMSVhx4F0Q-FNZFmjj3UDhDc' +
      'M2cpYG2JYn7TMgy6qWOmhC5fh2ZD9f_3SukL50NMBckVacsKQSkClFyHtSuJ0aHOSkY3SICbMrH19NWwBvFZoOKL-Xz4f0mE' +
      '0vptZyYLQBZlq62sa8Y9yFWG-sIi7GizUUduzJK9lamuTUcJC64aTbFOXkO9jRLlKX2G0tptBJczuhKx1SrnLtAHLEWs1p65' +
      'aU2QCoXC--WpH7Qilvc68bQTJZMBfKmVhQZjdmwaQLYSmKbCXqiKl0SefQ1ZaIkbbSdIYo4Os75ACjwgpR3tK_F1PmKGfcuB' +
      'HDNjLxGgllM60CqS-h_hwgpg_6dKoHJGGU5h0tbFOe5h4XRKDeVJgBUmDsfuX1hUAX0B4YE_mkRMUZmRbmyrgi187cSKp3iq' +
      'd90BoNxcX3RG__s334fD247xbh_NS56g-u74ryHQAle-H7rsH306fPxl68nclIqmsLlSUKhTPjME6nG6eTM2dODyVnj0oHKl' +
      'WCGMQo3ZRGvBeYHnfG5efgi8PfYoo7MIg-HIoWGbFRAa9JgFlQyGkVWJ6lu9QlLkDOq5AP5vJuuXT5f8RRc7ZPEpbe5fAz5S' +
      '-hp0fvWv746y0875-fXd1e34373LE_VDqrEko30lCbMFwv6VVOIt3KWFMvSZNFOIEtuldSzLt-qARPw6X2ChAfiac-lVYmEb' +
      'XqxboxEbzpFcyORY98luxqJDLtOanBrDUf5h621eO5qa4exseGPBC8bybKRbWAl-j1V_BT2SvPzP9_-BIxdBqZmPRIDrZCNU' +
      '-_8qLUHC1iMcY_JuEM1BKodnRf4IoDlHgF7ABHCxg3wQOH3_wA',
    draft: withParsedEdits(createDraft({ ...later, edits }, builtIn)),
  },
];

describe('links that were given out', () => {
  it.each(givenOut)('open for ever: $name', ({ fragment, draft }) => {
    expect(decodeShared(fragment, builtIn)).toEqual({ ok: true, draft, ...made });
  });

  it('of every version stand above', () => {
    const versions = new Set(givenOut.map(({ fragment }) => /^s(\d+)/.exec(fragment)?.[1]));
    expect([...versions]).toEqual(shareVersions.map(({ version }) => String(version)));
    expect(shareVersions.map(({ version }) => version)).toEqual(shareVersions.map((_, index) => index + 1));
  });
});

const cutTo = (length: number): Decoding => decodeShared(link.slice(0, length), builtIn);

describe('a link that is not whole', () => {
  it('is reported as cut off wherever it was cut', () => {
    for (let length = 1; length < link.length; length += 1)
      expect(cutTo(length), `${length}`).toMatchObject({ ok: false, reason: 'truncated' });
  });

  it('says how much of it is there', () => {
    const [, length = ''] = link.split('.');
    const expected = Number.parseInt(length, 36);
    expect(cutTo(link.length - 20)).toMatchObject({
      detail: `${expected - 20} of ${expected} characters of its content`,
    });
  });

  it('opens with what a sentence put behind it', () => {
    for (const more of ['.', ')', '&utm_source=x', 'A', '\n'])
      expect(decodeShared(link + more, builtIn)).toEqual(linked);
  });

  it('never opens as another draft when one character of it is another', () => {
    for (let at = 0; at < link.length; at += 1) {
      for (const other of ['A', 'z', '0', '1', '-', '.', '%', 'ä']) {
        if (link[at] === other) continue;
        const decoding = decodeShared(link.slice(0, at) + other + link.slice(at + 1), builtIn);
        expect(decoding.ok, `${other} at ${at}`).toBe(false);
      }
    }
  });

  it('never opens as another draft when a character of it is missing or twice', () => {
    for (let at = 0; at < link.length; at += 1) {
      const without = decodeShared(link.slice(0, at) + link.slice(at + 1), builtIn);
      expect(without.ok, `without ${at}`).toBe(false);
      const twice = decodeShared(link.slice(0, at + 1) + link.slice(at), builtIn);
      if (twice.ok) expect(twice, `twice ${at}`).toEqual(linked);
    }
  });
});

const hostileJson = '{"version":3,"__proto__":{"polluted":1},"variables":{"__proto__":["x"]}}';

describe('foreign and hostile links', () => {
  it.each([
    ['nothing', '', 'foreign'],
    ['an anchor', '#section-2', 'foreign'],
    ['a playground’s', '#code/MYewdgzgLgBA', 'foreign'],
    ['a link of a later version', '#s2.abc', 'newer'],
    ['a link of a version that never was', '#s0.abc', 'foreign'],
    ['a draft of a later version', forged({ ...full, version: DRAFT_VERSION + 1 }), 'newer'],
    ['5 MB', `#s1.${'A'.repeat(5_000_000)}`, 'tooLarge'],
    ['a list', forged([]), 'invalid'],
    ['text', forged('draft'), 'invalid'],
    ['a script as persona', forged({ ...full, personas: ['<script>alert(1)</script>'] }), 'invalid'],
    ['a constructor as variable', forged({ ...full, variables: { constructor: ['x'] } }), 'invalid'],
    ['a prototype as persona', forged({ ...full, personas: ['__proto__'] }), 'invalid'],
    [
      'a hand edit that is no statement',
      forged({ ...full, edits: { a: { entries: [{ key: 'hand-1', text: '}' }], removed: [] } } }),
      'invalid',
    ],
  ])('%s: refused', (_name, fragment, reason) => {
    expect(decodeShared(fragment, builtIn)).toMatchObject({ ok: false, reason });
  });

  it('a prototype in it changes nothing', () => {
    const decoding = decodeShared(forged(packed(hostileJson)), builtIn);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(decoding.ok && Object.keys(decoding.draft.variables)).not.toContain('__proto__');
    expect(decoding.ok && Object.getPrototypeOf(decoding.draft.variables)).toBe(Object.prototype);
  });

  it('a script as name is a name', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(decodeShared(forged({ ...full, name }), builtIn)).toMatchObject({ ok: true, draft: { name } });
  });

  it('a few bytes that become many megabytes are given up at the limit', () => {
    const bomb = `s1.${v1.encode({ draft: { ...full, name: '0'.repeat(20_000_000) }, ...made })}`;
    expect(bomb.length).toBeLessThan(50_000);
    expect(decodeShared(bomb, builtIn)).toMatchObject({ ok: false, reason: 'tooLarge' });
    const zeros = deflateSync(new Uint8Array(20_000_000));
    expect(inflateUpTo(zeros, shareLimits.text)).toEqual({ ok: false, reason: 'tooLarge' });
    expect(inflateUpTo(zeros, 20_000_000)).toMatchObject({ ok: true });
  });

  it('never throw', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `s1.${text}`),
      fc.uint8Array().map((bytes) => `#s1.${toBase64url(bytes)}`),
      fc.object().map((value) => forged(JSON.parse(JSON.stringify(value) ?? '{}'))),
      fc.jsonValue().map((value) => forged({ ...full, edits: value })),
    );
    fc.assert(
      fc.property(texts, (text) => typeof decodeShared(text, builtIn).ok === 'boolean'),
      { numRuns: 300 },
    );
  });
});

describe('its parts', () => {
  it('any bytes become text and the same bytes again, as Node does it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase64url('A')).toBeUndefined();
    expect(fromBase64url('AA=')).toBeUndefined();
  });

  it('bytes that were never packed are reported', () => {
    expect(inflateUpTo(new Uint8Array([7, 7, 7]), 10)).toEqual({ ok: false, reason: 'corrupt' });
  });

  it.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: undefined }, {}, true],
    [{ a: null }, {}, false],
    [[1, 2], [2, 1], false],
    [{ 0: 1 }, [1], false],
    ['1', 1, false],
  ])('%j and %j are the same: %s', (one, other, same) => {
    expect(isSame(one, other)).toBe(same);
  });
});
