// Methods that REST framework calls for each row it shows: fields that serializers of lists work out.
import type { ClassExpression, Expression, FunctionExpression } from '../../../model.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';
import { lineage, memberIn } from './django-views.ts';

const lists = /^py:rest_framework\.(?:generics\.List\w*|viewsets\.(?:ModelViewSet|ReadOnlyModelViewSet)|mixins\.ListModelMixin)$/;

/** Of every serializer that shows a list, and of those it holds. */
export function calledPerRow(program: Program): readonly FunctionExpression[] {
  return program.memory.once<readonly FunctionExpression[]>('called per row', program.files, [], () => {
    const shown = new Set<ClassExpression>(
      program.files.flatMap(({ classes, calls }) => [
        ...classes.flatMap((code) => ofListView(program, code)),
        ...calls.flatMap(({ callee, args }) =>
          args.some(({ name, value }) => name === 'many' && value.kind === 'boolean' && value.value) ? classesOf(program, callee) : [],
        ),
      ]),
    );
    for (const code of shown) for (const inner of heldBy(program, code)) shown.add(inner);
    return [...shown].flatMap((code) => workedOut(program, code));
  });
}

const classesOf = (program: Program, expression: Expression): readonly ClassExpression[] =>
  entities(program, expression).flatMap((each) => (each.kind === 'class' ? [each.code] : []));

function ofListView(program: Program, code: ClassExpression): readonly ClassExpression[] {
  const given = code.members.find(({ name }) => name === 'serializer_class')?.value;
  if (given === undefined) return [];
  const isList = lineage(program, code).some(({ bases }) =>
    bases.some((base) => symbolsOf(program, base).some((symbol) => lists.test(symbol))),
  );
  return isList ? classesOf(program, given) : [];
}

const heldBy = (program: Program, code: ClassExpression): readonly ClassExpression[] =>
  lineage(program, code).flatMap(({ members }) =>
    members.flatMap(({ value }) => (value?.kind === 'call' ? classesOf(program, value.callee) : [])),
  );

function workedOut(program: Program, code: ClassExpression): readonly FunctionExpression[] {
  const classes = lineage(program, code);
  return classes.flatMap(({ members }) =>
    members.flatMap(({ name, value }) => {
      // The row itself, in a form of the service's own.
      if (name === 'to_representation' && value?.kind === 'function') return [value];
      if (value?.kind !== 'call' || !symbolsOf(program, value.callee).some((symbol) => symbol.endsWith('.SerializerMethodField')))
        return [];
      const given = value.args.find((each) => each.name === undefined || each.name === 'method_name')?.value;
      const method = memberIn(classes, given?.kind === 'string' ? given.value : `get_${name}`);
      return method?.kind === 'function' ? [method] : [];
    }),
  );
}
