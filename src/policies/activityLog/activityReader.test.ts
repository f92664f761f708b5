import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActivityReader } from './activityReader.ts';
import { eventWith, objectRead, trainingJob } from './testing/sampleEvents.ts';

const events = [objectRead, trainingJob, eventWith('sagemaker', 'ListTrainingJobs')];

const read = (...files: readonly string[]) => {
  const reader = new ActivityReader();
  for (const file of files) {
    reader.push(file);
    reader.endFile();
  }
  return reader.reading();
};

const sorted = (reading: ReturnType<typeof read>) => ({
  ...reading,
  events: reading.events.map((one) => JSON.stringify(one)).toSorted(),
});

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replaceAll('"', '""')}"`;
};

const columns = [
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userIdentity',
  'requestParameters',
  'resources',
  'errorCode',
  'managementEvent',
  'recipientAccountId',
] as const;

const rowOf = (event: Readonly<Record<string, unknown>>, separator: string, write = cell) =>
  columns.map((name) => write(event[name])).join(separator);

const row = (event: Readonly<Record<string, unknown>>) => rowOf(event, ',');

const unquoted = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const forms: Readonly<Record<string, string>> = {
  'a log file of S3': JSON.stringify({ Records: events }),
  indented: JSON.stringify({ Records: events }, null, 2),
  'the event history': JSON.stringify({ Records: [] }) + JSON.stringify({ Records: events }),
  'lookup-events': JSON.stringify({
    NextToken: 'abc',
    Events: events.map((event) => ({
      EventId: 'e',
      EventName: event.eventName,
      Resources: [{ ResourceName: 'x' }],
      CloudTrailEvent: JSON.stringify(event),
    })),
    ResponseMetadata: { HTTPHeaders: { events: [1] } },
  }),
  'CloudWatch Logs': JSON.stringify({
    searchedLogStreams: [{ a: 1 }],
    events: events.map((event) => ({ timestamp: 1, message: JSON.stringify(event) })),
  }),
  EventBridge: events
    .map((event) => JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', detail: event }))
    .join('\n'),
  'one event a line': events.map((event) => JSON.stringify(event)).join('\r\n'),
  'a list': JSON.stringify(events),
  'CloudTrail Lake': JSON.stringify({
    QueryStatus: 'FINISHED',
    QueryResultRows: events.map((event) => Object.entries(event).map(([name, value]) => ({ [name]: value }))),
  }),
  Athena: [columns.map((name) => cell(name.toLowerCase())).join(','), ...events.map(row)].join('\n'),
  'events as cells, as CloudTrail Lake exports them': [
    'eventJson',
    ...events.map((event) => cell(JSON.stringify(event))),
  ].join('\n'),
  'CloudWatch Logs Insights, as a table': [
    '@timestamp,@message',
    ...events.map((event) => `2026-11-02 10:00:00.000,${cell(JSON.stringify(event))}`),
  ].join('\n'),
  'CloudWatch Logs Insights': JSON.stringify({
    status: 'Complete',
    results: events.map((event) => [
      { field: '@timestamp', value: '2026-11-02 10:00:00.000' },
      { field: '@message', value: JSON.stringify(event) },
    ]),
  }),
  'a search engine': events
    .map((event) => JSON.stringify({ _index: 'cloudtrail', _source: event }))
    .join('\n'),
  'a search engine that keeps the original': events
    .map((event) => JSON.stringify({ _source: { event: { original: JSON.stringify(event) } } }))
    .join('\n'),
  'a subscription of CloudWatch Logs': JSON.stringify({
    messageType: 'DATA_MESSAGE',
    logGroup: 'g',
    logEvents: events.map((event) => ({ id: '1', timestamp: 1, message: JSON.stringify(event) })),
  }),
  'an export of a search': events
    .map((event) => JSON.stringify({ preview: false, result: { _raw: JSON.stringify(event) } }))
    .join('\n'),
  'logs as a terminal shows them': events
    .map(
      (event) =>
        `2026-11-02T10:00:00.000000+00:00 111122223333_CloudTrail_eu-west-1 ${JSON.stringify(event)}`,
    )
    .join('\n'),
  'a table with semicolons': [columns.join(';'), ...events.map((event) => rowOf(event, ';'))].join('\n'),
  'a copied table, with tabs': [columns.join('\t'), ...events.map((event) => rowOf(event, '\t'))].join('\n'),
  'a table with tabs, and quotation marks as they are': [
    columns.join('\t'),
    ...events.map((event) => rowOf(event, '\t', unquoted)),
  ].join('\n'),
  'a spreadsheet': ['\uFEFF' + columns.join(','), ...events.map(row), ''].join('\r\n'),
};

describe.each(Object.entries(forms))('%s', (_, text) => {
  it('gives the same events', () => {
    const { count, unread, period } = read(text);
    expect([count, unread]).toEqual([3, 0]);
    expect(period).toEqual({ from: '2026-11-02T10:00:00Z', to: '2026-11-03T08:30:00Z' });
    expect(sorted(read(text)).events).toEqual(sorted(read(JSON.stringify({ Records: events }))).events);
  });

  it('gives the same wherever its pieces end', () => {
    const whole = read(text);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const reader = new ActivityReader();
        const ends = [0, ...cuts.toSorted((one, other) => one - other), text.length];
        ends.slice(1).forEach((end, place) => reader.push(text.slice(ends[place], end)));
        reader.endFile();
        expect(reader.reading()).toEqual(whole);
      }),
    );
    const reader = new ActivityReader();
    for (const sign of text) reader.push(sign);
    reader.endFile();
    expect(reader.reading()).toEqual(whole);
  });
});

it.each(['', ','])('a header that ends with a comma has no more columns: rows that end with “%s”', (end) => {
  const { count, unread } = read(`eventsource,eventname,\ns3.amazonaws.com,GetObject${end}\n`);
  expect([count, unread]).toEqual([1, 0]);
});

it('a query’s structs are read as they are printed', () => {
  const struct =
    '{type=AssumedRole, principalid=AROA:ana, arn=arn:aws:sts::123456789012:assumed-role/Notebook/ana, accountid=123456789012, invokedby=null, sessioncontext={attributes={mfaauthenticated=false, creationdate=2026-11-02T09:00:00Z}, sessionissuer={type=Role, arn=arn:aws:iam::123456789012:role/team/Notebook, username=Notebook}}}';
  const text = `eventsource,eventname,useridentity,requestparameters,resources,_col5\ns3.amazonaws.com,GetObject,"${struct}","{bucketName=lake-in, key=churn/a, b.csv}","[{accountid=1, type=AWS::S3::Bucket, arn=arn:aws:s3:::lake-in}]",12\n`;
  const {
    events: [first],
    count,
  } = read(text);
  expect(first?.event).toMatchObject({
    caller: 'arn:aws:iam::123456789012:role/team/Notebook',
    names: { bucketname: 'lake-in', key: 'churn/a, b.csv' },
    resources: ['arn:aws:s3:::lake-in'],
    by: '',
  });
  expect(count).toBe(12);
});

/** The columns that the console of CloudTrail downloads. */
const history = (...rows: readonly string[]) =>
  [
    'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category',
    ...rows,
  ].join('\n');

const historyRow = (
  user: string,
  service: string,
  name: string,
  resources: unknown,
  ip = '198.51.100.7',
  error = '',
) =>
  [
    ...[
      user,
      'ASIAEXAMPLE',
      '2026-11-02T10:00:00Z',
      `${service}.amazonaws.com`,
      name,
      'us-east-1',
      ip,
      '"a, b"',
      error,
    ],
    ...[cell(resources), 'r', 'e', 'false', 'AwsApiCall', '123456789012', 'Management'],
  ].join(',');

it('the CSV of the event history gives what it has, and nothing that it has not', () => {
  const {
    events: found,
    count,
    unread,
    bare,
    period,
  } = read(
    history(
      historyRow('ana', 's3', 'GetBucketLocation', [
        { resourceType: 'AWS::S3::Bucket', resourceName: 'lake-in' },
      ]),
      historyRow('ana', 'sagemaker', 'CreateTrainingJob', []),
      historyRow('', 'ec2', 'SharedSnapshotVolumeCreated', [], 'ec2.amazonaws.com'),
      historyRow(
        'ana',
        'ec2',
        'RunInstances',
        [
          { resourceType: 'AWS::EC2::SecurityGroup', resourceName: 'web' },
          { resourceType: 'AWS::EC2::SecurityGroup', resourceName: 'sg-0aaa1111bbb2222cc' },
          { resourceType: 'AWS::IAM::Role', resourceName: 'AROAEXAMPLEEXAMPLE' },
        ],
        '198.51.100.7',
        'AccessDenied',
      ),
    ),
  );
  expect([count, unread, bare]).toEqual([4, 0, 4]);
  expect(period.from).toBe('2026-11-02T10:00:00Z');
  expect(found.map(({ event }) => event)).toMatchObject([
    { caller: 'ana', account: '123456789012', names: { 'aws::s3::bucket': 'lake-in' } },
    { caller: 'ana', context: { 'aws:RequestedRegion': 'us-east-1' }, names: {} },
    { caller: '', isOfService: true },
    { caller: 'ana', names: {}, denied: 'unnamed' },
  ]);
  expect(Object.keys(found[1]?.event.context ?? {})).toEqual(['aws:RequestedRegion']);
});

const table = (...rows: readonly string[]) => ['eventsource,eventname,awsregion', ...rows];
const good = 's3.amazonaws.com,GetObject,us-east-1';

it.each<[what: string, text: string, count: number, unread: number]>([
  [
    'a quotation mark within a cell',
    [...table(), good, 's3.amazonaws.com,Get"Object,us-east-1', good, good].join('\n'),
    3,
    1,
  ],
  [
    'text behind a quoted cell',
    [...table(), good, '"s3.amazonaws.com"x,GetObject,us-east-1', good].join('\n'),
    2,
    1,
  ],
  [
    'a quoted cell without an end',
    [...table(), good, 's3.amazonaws.com,"GetObject,us-east-1', good, good].join('\n'),
    1,
    3,
  ],
  [
    'the same, with a last line end',
    [...table(), good, 's3.amazonaws.com,"GetObject,us-east-1', good, ''].join('\r\n'),
    1,
    2,
  ],
  [
    'a quoted cell that ends in another row',
    [
      ...table(),
      's3.amazonaws.com,"GetObject,us-east-1',
      '"s3.amazonaws.com","GetObject","us-east-1"',
      good,
    ].join('\n'),
    1,
    2,
  ],
  ['a row that is cut off', [...table(), good, 's3.amazonaws.com,GetObj'].join('\n'), 1, 1],
  ['a row that is cut off in its first cell', [...table(), good, 's3.ama'].join('\n'), 1, 1],
  [
    'a row that is cut off in a quoted cell',
    [...table(), good, '"s3.amazonaws.com","GetOb'].join('\n'),
    1,
    1,
  ],
  ['a row with too many cells', [...table(), `${good},x`, good].join('\n'), 1, 1],
  ['a row with empty cells more', [...table(), `${good},,`, good].join('\n'), 2, 0],
  [
    'spaces around quotation marks',
    [...table(), 's3.amazonaws.com, "GetObject" ,us-east-1', good].join('\n'),
    2,
    0,
  ],
  ['carriage returns as line ends', [...table(), good, good].join('\r'), 2, 0],
  ['carriage returns between calls', ['s3:GetObject', 's3:PutObject', 'x'].join('\r'), 2, 1],
  ['a list that is cut off between records', JSON.stringify({ Records: events }).slice(0, -2), 3, 1],
  ['an object that is cut off behind its list', JSON.stringify({ Records: events }).slice(0, -1), 3, 1],
])('%s: what is not certain is unread', (_, text, count, unread) => {
  expect(read(text)).toMatchObject({ count, unread });
  const reader = new ActivityReader();
  for (const sign of text) reader.push(sign);
  reader.endFile();
  expect(reader.reading()).toEqual(read(text));
});

it('a quotation mark anywhere loses no row without telling', () => {
  const rows = Array.from({ length: 8 }, () => '"s3.amazonaws.com",GetObject,"us-east-1"');
  const text = [...table(), ...rows].join('\n');
  const head = table().join('\n').length + 1;
  fc.assert(
    fc.property(fc.integer({ min: head, max: text.length }), (at) => {
      const { count, unread } = read(`${text.slice(0, at)}"${text.slice(at)}`);
      expect(count + unread).toBe(8);
    }),
  );
});

it.each<[line: string, source: string, name: string, resources: readonly string[], count: number]>([
  ['s3:GetObject arn:aws:s3:::lake-in/a', 's3', 'GetObject', ['arn:aws:s3:::lake-in/a'], 1],
  ['s3 GetObject arn:aws:s3:::lake-in/a', 's3', 'GetObject', ['arn:aws:s3:::lake-in/a'], 1],
  ['s3.PutObject', 's3', 'PutObject', [], 1],
  ['- "sagemaker:ListTrainingJobs",', 'sagemaker', 'ListTrainingJobs', [], 1],
  ['sagemaker:ListModels,*', 'sagemaker', 'ListModels', ['*'], 1],
  [
    'sagemaker.amazonaws.com\tDescribeModel\tarn:aws:sagemaker:us-east-1:1:model/a\t17',
    'sagemaker',
    'DescribeModel',
    ['arn:aws:sagemaker:us-east-1:1:model/a'],
    17,
  ],
])('the line %s is a call', (line, source, name, resources, count) => {
  const {
    events: [first],
    count: all,
  } = read(`# calls\n${line}\n\n`);
  expect(first?.event).toMatchObject({ source, name, resources });
  expect(all).toBe(count);
});

it('counts what is no event', () => {
  expect(read('s3:GetObject\nDear team,\n')).toMatchObject({ count: 1, unread: 1 });
  expect(read(JSON.stringify({ Records: [objectRead, { a: 1 }] }))).toMatchObject({ count: 1, unread: 1 });
  expect(read('{"Records":[{"eventSource":"s3.amazonaws.com","eventNa')).toMatchObject({
    count: 0,
    unread: 1,
  });
  expect(read('{"Version":"2012-10-17","Statement":[]}')).toMatchObject({ count: 0, unread: 1 });
  expect(read('')).toMatchObject({ count: 0, unread: 0 });
});

it('keeps nothing of an event but what counts', () => {
  const secret = 'Pl4nted-S3cret-2hf8';
  const event = eventWith('secretsmanager', 'PutSecretValue', {
    requestParameters: {
      secretId: 'db',
      secretString: secret,
      clientRequestToken: secret,
      password: secret,
      nested: { masterUserPassword: secret, name: secret },
      environment: { KEY: secret },
    },
    responseElements: { credentials: { secretAccessKey: secret, sessionToken: secret } },
    additionalEventData: { a: secret },
    userAgent: secret,
    sourceIPAddress: secret,
  });
  expect(JSON.stringify(read(JSON.stringify({ Records: [event] })))).not.toContain(secret);
});

it('adds up the same event of several files, in any order', () => {
  const files = [
    JSON.stringify({ Records: [objectRead, trainingJob] }),
    JSON.stringify({ Records: [trainingJob] }),
    's3:GetObject\n',
  ];
  expect(read(...files).count).toBe(4);
  expect(read(...files).events.length).toBe(3);
  expect(sorted(read(...files))).toEqual(sorted(read(...files.toReversed())));
});

it.each([
  [{ tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256' } }, 'true'],
  [{ tlsDetails: '{tlsversion=TLSv1.2, ciphersuite=x}' }, 'true'],
  [{ tlsDetails: {} }, undefined],
  [{}, undefined],
])('whether a call came over TLS is known where the event says so: %j', (details, expected) => {
  const { events: found } = read(JSON.stringify({ Records: [{ ...trainingJob, ...details }] }));
  expect(found.map(({ event }) => event.context['aws:SecureTransport'])).toEqual([expected]);
});
