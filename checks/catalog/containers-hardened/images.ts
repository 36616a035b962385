// One image: who its process is, what it is built from, and which secrets its layers keep.
import { merge, type Seen } from '../../answer.ts';
import type { ContainerImage, ContainerStage, Finding } from '../../model.ts';

const nothing: Seen = { bad: [], good: [] };

export function judgeImage(image: ContainerImage): Seen {
  if (image.stages.length === 0) return nothing;
  const built = image.stages.filter((stage, index) => isBuilt(image, stage, index));
  return merge([...built.flatMap((stage) => [judgeUser(image, stage), judgeSecrets(image, stage)]), judgeVersions(image)]);
}

/** The last stage, and each that no other goes on from or copies from: a target of its own. */
const isBuilt = ({ stages }: ContainerImage, { name }: ContainerStage, index: number): boolean =>
  index === stages.length - 1 ||
  !stages.some((other) => other.from === index || other.copies.some(({ fromStage }) => fromStage === name || fromStage === String(index)));

/** The stage and those it goes on from, itself first. */
function lineage(image: ContainerImage, stage: ContainerStage): readonly ContainerStage[] {
  const earlier = stage.from === undefined ? undefined : image.stages[stage.from];
  return earlier === undefined ? [stage] : [stage, ...lineage(image, earlier)];
}

const withoutRoot =
  /nonroot|rootless|unprivileged|^cgr\.dev\/|chainguard\/|bitnami\/|-nonroot|^gcr\.io\/distroless\/.*:nonroot|jenkins\/|elastic\/|grafana\//;
/** Images whose process is known to be root unless the recipe says otherwise. */
const official =
  /^(?:docker\.io\/)?(?:library\/)?(?:node|python|debian|ubuntu|alpine|golang|ruby|php|openjdk|eclipse-temurin|nginx|httpd|rust|busybox|fedora|centos|rockylinux|amazonlinux|pypy|perl|buildpack-deps|caddy|redis|postgres|mysql|mongo|scratch)(?:[:@]|$)|^(?:oven\/bun|denoland\/deno|ghcr\.io\/astral-sh\/uv|tiangolo\/\S+|public\.ecr\.aws\/docker\/library\/\S+|mcr\.microsoft\.com\/(?:playwright|devcontainers)\S*|gcr\.io\/distroless\/(?!.*nonroot)\S+|nikolaik\/python-nodejs\S*|node\S*)/;

function judgeUser(image: ContainerImage, last: ContainerStage): Seen {
  const stages = lineage(image, last);
  const user = stages.flatMap(({ users }) => [...users].reverse())[0];
  const base = stages.at(-1)?.base ?? last.base;
  if (stages.some(({ dropsRoot }) => dropsRoot)) return { ...nothing, good: [{ message: 'its start gives root up', place: last.place }] };
  if (user === undefined) {
    if (withoutRoot.test(base)) return { ...nothing, good: [{ message: 'its base image runs without root', place: last.place }] };
    if (!official.test(base)) return { ...nothing, unclear: [`which user ${nameOf(base)} runs as is not in sight`] };
    return { ...nothing, bad: [{ message: 'its process is root: no USER is named', place: last.place }] };
  }
  const [name = ''] = user.name.split(':');
  if (/^(?:root|0+)$/.test(name)) return { ...nothing, bad: [{ message: 'its process is root: USER says so', place: user.place }] };
  if (name.startsWith('$')) return { ...nothing, unclear: ['the user of an image is given when it is built'] };
  return { ...nothing, good: [{ message: 'its process runs without root', place: user.place }] };
}

const nameOf = (base: string): string => (base === '' ? 'the base image' : base.replace(/@sha256:\w+/, ''));

function judgeVersions(image: ContainerImage): Seen {
  const outside = image.stages.filter(({ from, base }) => from === undefined && base !== 'scratch');
  const told = (reference: string, place: Finding['place']): readonly Finding[] => {
    const what = floating(reference);
    return what === undefined ? [] : [{ message: `${nameOf(reference)} ${what}`, place }];
  };
  // Tools that are taken out of another image come from whatever that is today.
  const copied = image.stages.flatMap(({ copies }) =>
    copies.flatMap(({ fromStage = '', place }) => (isReference(image, fromStage) ? told(fromStage, place) : [])),
  );
  const bad = [...outside.flatMap(({ base, place }) => told(base, place)), ...copied];
  const unclear = outside
    .filter(({ base }) => base.includes('$') && !base.includes('@'))
    .map(() => 'the version of a base image is given when it is built');
  const [first] = outside;
  return {
    bad,
    unclear,
    good:
      first && bad.length === 0 && unclear.length === 0
        ? [{ message: 'every base image is named with its version', place: first.place }]
        : [],
  };
}

/** `--from=ghcr.io/astral-sh/uv:latest`: an image of others, no stage of this recipe and no context that the build is given. */
const isReference = ({ stages }: ContainerImage, from: string): boolean => /[/:]/.test(from) && !stages.some(({ name }) => name === from);

/** What is wrong with a reference to an image; undefined where it names a version or cannot be told. */
export function floating(reference: string): string | undefined {
  if (reference.includes('@sha256:') || reference.includes('$')) return undefined;
  const tag = /:([\w.-]+)$/.exec(reference)?.[1];
  if (tag === undefined) return 'is named without a version: each build takes the newest';
  return /\d/.test(tag) || /^(?:nonroot|bookworm|trixie|jammy|noble)/.test(tag)
    ? undefined
    : `is named by a tag that moves (${tag}): each build takes the newest`;
}

function judgeSecrets(image: ContainerImage, last: ContainerStage): Seen {
  const stages = lineage(image, last);
  const bad = stages.flatMap((stage): readonly Finding[] => [
    ...stage.variables.flatMap(({ name, through, isSecret, value, place }): readonly Finding[] => {
      if (!isSecret || value === 'placeholder') return [];
      if (value === 'written') return [{ message: `${name} is written into the image by ${through}`, place }];
      const kept = through === 'ARG' ? value === 'none' : value === 'reference';
      return kept ? [{ message: `${name} is kept in the image's history: ${through} hands a secret to the build`, place }] : [];
    }),
    ...stage.secrets.map(({ what, place }) => ({ message: `a command of the image holds a secret (${what})`, place })),
    ...stage.copies.flatMap(({ sources, fromStage, place }): readonly Finding[] => {
      if (fromStage !== undefined) return [];
      const taken = sources.find((source) => secretFile.test(source));
      if (taken !== undefined) return [{ message: `${taken} is copied into the image`, place }];
      const whole = sources.some((source) => source === '.' || source === './');
      return whole && image.environmentFiles.length > 0
        ? [
            {
              message: `everything is copied into the image, ${image.environmentFiles.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')} with it: no .dockerignore keeps it out`,
              place,
            },
          ]
        : [];
    }),
  ]);
  const unique = [...new Map(bad.map((each) => [JSON.stringify([each.place, each.message]), each])).values()];
  return { ...nothing, bad: unique };
}

const secretFile =
  /(?:^|\/)(?:\.env(?:\.(?!ex[ae]mple|sample|template|dist|defaults?)\w+)?|\.pypirc|\.netrc|id_(?:rsa|ed25519|ecdsa)|[\w.-]+\.(?:pem|p12|pfx|key)|credentials\.json|service[-_]account[\w.-]*\.json)$/;
