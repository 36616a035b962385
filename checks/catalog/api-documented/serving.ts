// Whether what makes a document in Flask is told to serve it.
import type { Unit } from '../../model.ts';

export function servingOf(unit: Unit, name: string): 'yes' | 'no' | 'unclear' {
  if (name === 'apispec') {
    const written = unit.calls('*.to_dict', '*.to_yaml').some(({ symbols }) => symbols.some((symbol) => symbol.includes('APISpec()')));
    const shown = unit.routes.some(({ path }) => /openapi|swagger|spec|api-docs|\/docs/i.test(path));
    return written || shown || unit.imports('flask_apispec').length > 0 ? 'yes' : 'no';
  }
  return name === 'flask-smorest' ? smorest(unit) : 'yes';
}

/** flask-smorest serves nothing until OPENAPI_URL_PREFIX is set. */
function smorest(unit: Unit): 'yes' | 'no' | 'unclear' {
  const setting = 'OPENAPI_URL_PREFIX';
  const isSet =
    unit.entriesNamed(setting).length > 0 ||
    unit.assignments(setting).length > 0 ||
    unit
      .calls('*.update', '*.from_mapping', 'py:dict', '*.setdefault')
      .some(({ node }) => node.args.some(({ name, value }) => name === setting || unit.words(value).includes(setting)));
  if (isSet) return 'yes';
  const elsewhere = ['*.from_pyfile', '*.from_prefixed_env', '*.from_envvar', '*.from_file', '*.from_json', '*.from_object'];
  const isElsewhere = unit.calls(...elsewhere).some(({ node }) => {
    const [first] = node.args;
    return !(first && unit.functions(first.value).length > 0) && !(first && unit.fieldsOf(first.value).length > 0);
  });
  return isElsewhere ? 'unclear' : 'no';
}
