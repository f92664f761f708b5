/** What a person adds to a draft beside the choices, each without the text that is typed last. */
export const additions = {
  suppression: { document: 'dataScientist', code: 'X', about: '1' },
  test: { id: '1', persona: 'dataScientist', expect: 'denied', action: 's3:GetObject', resource: '*' },
  guarantee: { id: '1', persona: '', must: 'never', actions: ['s3:*'], resources: [], condition: {} },
  review: { against: 'guide', group: 'write/dataScientist' },
} as const;
