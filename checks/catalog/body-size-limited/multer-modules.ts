// What Multer takes beside its own options: Nest's interceptors go by the module of Multer, and `none()` takes no file at all.
import type { Call, Expression, Unit } from '../../model.ts';
import type { Parser } from './parsers.ts';

/** Whether every module of Multer is given a size for files: `MulterModule.registerAsync({ useFactory: () => ({ limits: { fileSize } }) })`. */
export function isLimitedByModule(unit: Unit, { name }: Parser): boolean {
  if (name !== 'an interceptor for files') return false;
  const modules = unit.calls(
    'npm:@nestjs/platform-express.MulterModule.register',
    'npm:@nestjs/platform-express.MulterModule.registerAsync',
  );
  return modules.length > 0 && modules.every(({ node }) => node.args.some(({ value }) => namesSize(unit, value)));
}

const namesSize = (unit: Unit, given: Expression): boolean =>
  given.kind === 'object' &&
  given.entries.some(({ key, value }) => {
    if (key === 'limits') return unit.words(value).includes('fileSize');
    if (key === 'useFactory') return unit.functionsIn(value).some((code) => unit.words(code).includes('fileSize'));
    return (key === 'useClass' || key === 'useExisting') && unit.functions(value).some((code) => unit.words(code).includes('fileSize'));
  });

/** `multer().none()` refuses every file, and a field stops at 1 MB by itself. */
export function takesNoFiles(unit: Unit, { name }: Parser): boolean {
  if (name !== 'multer') return false;
  const isOfMulter = ({ symbols }: Call): boolean => symbols.some((symbol) => /multer|^\?/.test(symbol));
  return (
    unit.calls('*.none').some(({ symbols }) => symbols.some((symbol) => symbol.includes('multer'))) &&
    !unit.calls('*.single', '*.array', '*.fields', '*.any').some(isOfMulter)
  );
}
