// Finds the recipes of container images and the compose files of a checkout, and reads them.
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { ComposedService, ContainerImage, Containers, FilePlace } from '../../model.ts';
import { isPlaceholder, isSecretName } from '../secret-shapes.ts';
import { ignores } from './docker-ignore.ts';
import { stagesOf } from './dockerfiles.ts';

const recipes = /(?:^|\/)(?:(?:Docker|Container)file(?:\.[\w.-]+)?|[\w.-]+\.[Dd]ockerfile)$/;
const compose = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;

export function containersIn(all: Iterable<string>, read: (path: string) => string | undefined): Containers {
  const paths = [...all];
  const unreadable: { path: string; because: string }[] = [];
  const each = <T>(pattern: RegExp, make: (path: string, text: string) => readonly T[]): readonly T[] =>
    paths
      .filter((path) => pattern.test(path) && !/\.(?:md|txt|dockerignore)$/.test(path))
      .flatMap((path) => {
        const text = read(path);
        if (text === undefined) return [];
        try {
          return make(path, text);
        } catch (error) {
          unreadable.push({ path, because: error instanceof Error ? error.message : 'it could not be parsed' });
          return [];
        }
      });
  const images = each(recipes, (path, text): readonly ContainerImage[] => {
    const folder = folderOf(path);
    return [
      {
        path,
        stages: stagesOf(path, text),
        environmentFiles: paths.filter(
          (other) =>
            folderOf(other) === folder &&
            /(?:^|\/)\.env(?:\.(?!ex[ae]mple|sample|template|dist|defaults?)\w+)?$/.test(other) &&
            !isIgnored(path, other, read),
        ),
      },
    ];
  });
  return { images, composed: each(compose, servicesIn), unreadable };
}

/** The context of a build is the recipe's folder or the root: what either of them keeps out is taken to be out. */
function isIgnored(recipe: string, path: string, read: (path: string) => string | undefined): boolean {
  const folder = folderOf(recipe);
  return [`${recipe}.dockerignore`, `${folder}.dockerignore`, '.dockerignore'].some((each) => {
    const text = read(each);
    return text !== undefined && [path, path.slice(folder.length)].some((relative) => ignores(text, relative));
  });
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function servicesIn(path: string, text: string): readonly ComposedService[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [problem] = document.errors;
  if (problem) throw new Error('no readable YAML');
  const services = document.get('services');
  if (!isMap(services)) return [];
  return services.items.flatMap(({ key, value }): readonly ComposedService[] => {
    if (!isScalar(key) || !isMap(value)) return [];
    const at = (node: unknown): FilePlace => ({
      kind: 'file',
      path,
      line: isScalar(node) && node.range ? lines.linePos(node.range[0]).line : 1,
      column: 1,
    });
    const plain: unknown = value.toJS(document);
    return [
      {
        name: String(key.value),
        place: at(key),
        image: textIn(plain, 'image'),
        user: textIn(plain, 'user'),
        privileged: fieldOf(plain, 'privileged') === true,
        mountsDockerSocket: listIn(plain, 'volumes').some((volume) => volume.includes('/var/run/docker.sock')),
        secrets: secretsIn(fieldOf(plain, 'environment')).map((name) => ({
          name,
          place: at(keyNamed(value.get('environment', true), name) ?? key),
        })),
      },
    ];
  });
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
const textIn = (value: unknown, name: string): string | undefined => {
  const field = fieldOf(value, name);
  return typeof field === 'string' || typeof field === 'number' ? String(field) : undefined;
};
const listIn = (value: unknown, name: string): readonly string[] => {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))) : [];
};

/** Names of variables that hold a secret written in the file itself. */
function secretsIn(environment: unknown): readonly string[] {
  const pairs: readonly (readonly [string, string])[] = Array.isArray(environment)
    ? environment.flatMap((each) =>
        typeof each === 'string' && each.includes('=')
          ? [[each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const]
          : [],
      )
    : typeof environment === 'object' && environment !== null
      ? Object.entries(environment).map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const)
      : [];
  return pairs.flatMap(([name, value]) => (isSecretName(name) && !value.includes('$') && !isPlaceholder(value) ? [name] : []));
}

const keyNamed = (node: unknown, name: string): unknown =>
  isMap(node) ? node.items.map(({ key }) => key).find((key) => isScalar(key) && key.value === name) : undefined;
