// Rows that serializers of REST framework make: `serializer = PlanSerializer(data=…)`, then `serializer.save()`.
import type { CallExpression, ClassExpression, DatabaseQuery, Expression } from '../../model.ts';
import { contextOf } from './context.ts';
import { bindingsOf } from './entities/entity.ts';
import { entities, symbolsOf } from './entities.ts';
import type { Program } from './program.ts';

const saves = /^py:rest_framework(?:_gis)?\.serializers\.\w*ModelSerializer\(\)\.save$/;

/** New rows of the models that the serializers name; none where they are handed a row that is there. */
export function serializerRows(program: Program, { callee }: CallExpression): DatabaseQuery['made'] {
  if (callee.kind !== 'member' || callee.name !== 'save' || callee.object.kind !== 'name') return [];
  if (!symbolsOf(program, callee).some((symbol) => saves.test(symbol))) return [];
  return bindingsOf(callee.object.name, contextOf(callee).scope).flatMap((binding) => {
    const call = binding.kind === 'value' && binding.value.kind === 'call' ? binding.value : undefined;
    if (call === undefined || !call.args.some(({ name }) => name === 'data') || isHandedRow(call)) return [];
    return entities(program, call.callee).flatMap((each) => {
      const model = each.kind === 'class' ? modelOf(program, each.code, 4) : undefined;
      return model === undefined ? [] : [{ model, call }];
    });
  });
}

const isHandedRow = ({ args }: CallExpression): boolean =>
  args.some(({ name, spread }) => (name ?? 'instance') === 'instance' && spread === undefined);

/** `class Meta: model = Plan`, its own or inherited. */
function modelOf(program: Program, code: ClassExpression, depth: number): string | undefined {
  const meta = code.members.find(({ name }) => name === 'Meta')?.value;
  const model = meta?.kind === 'class' ? meta.members.find(({ name }) => name === 'model')?.value : undefined;
  if (model !== undefined) return lastName(model);
  if (depth === 0) return undefined;
  return code.bases
    .flatMap((base) => entities(program, base))
    .flatMap((each) => (each.kind === 'class' ? (modelOf(program, each.code, depth - 1) ?? []) : []))[0];
}

const lastName = (value: Expression): string | undefined => (value.kind === 'name' || value.kind === 'member' ? value.name : undefined);
