import { compose } from '../src/policies/compose.ts';
import { createDraft, noLimits } from '../src/policies/draft.ts';
import { fillExamples } from '../src/policies/example.ts';
import { personas } from '../src/policies/personas/index.ts';
import { guardrails } from '../src/policies/guardrails/index.ts';
const ids = process.argv[2] === 'g' ? [] : personas.map(({id})=>id);
const list=(v:any)=>v===undefined?'':([v].flat().join(' '));
for (const id of ids) {
  console.log('#####', id);
  for (const d of compose(fillExamples(createDraft({ personas: [id], layout:'perPersona' })))) {
    console.log('##', d.id, d.kind);
    for (const s of d.policy.Statement as any[]) console.log(s.Effect[0], s.Sid ?? '', '|', s.NotAction?'NOT '+list(s.NotAction):list(s.Action), '|', s.NotResource?'NOT '+list(s.NotResource):list(s.Resource), '|', s.Condition?JSON.stringify(s.Condition):'', s.Principal?JSON.stringify(s.Principal):'');
  }
}
if (process.argv[2]==='g') for (const g of guardrails) {
  const d = compose(fillExamples(createDraft({ personas: ['dataScientist'], limits: { ...noLimits, delivery:'serviceControl', chosen: [{ guardrail: g.id, options: {} }] } as any }))).filter(x=>x.kind==='service-control');
  console.log('#', g.id, '-', g.title);
  for (const doc of d) for (const s of doc.policy.Statement as any[]) if (s.Effect==='Deny') console.log('  D', s.Sid, '|', s.NotAction?'NOT '+list(s.NotAction):list(s.Action).slice(0,300), '|', s.NotResource?'NOT '+list(s.NotResource):list(s.Resource), '|', JSON.stringify(s.Condition));
}
