/** Presets that are deployed with the page, by what they are called. */
export const samplePresets: readonly { readonly file: string; readonly title: string }[] = [
  { file: 'regulated.json', title: 'Regulated workloads' },
  { file: 'several-teams.json', title: 'Several teams in one account' },
  { file: 'many-accounts.json', title: 'Many accounts, one platform team' },
  { file: 'example.json', title: 'Acme prod' },
];
