// What the recipes of container images and compose files say. Of the value of a variable nothing is kept but a plain word.
import type { FilePlace } from './place.ts';

export interface Containers {
  readonly images: readonly ContainerImage[];
  readonly composed: readonly ComposedService[];
  readonly unreadable: readonly { readonly path: string; readonly because: string }[];
}
/** One Dockerfile; what is built is its last stage. */
export interface ContainerImage {
  readonly path: string;
  readonly stages: readonly ContainerStage[];
  /** Environment files that `COPY . .` would take along where no .dockerignore keeps them out. */
  readonly environmentFiles: readonly string[];
}
export interface ContainerStage {
  readonly place: FilePlace;
  readonly name: string | undefined;
  /** Image with its tag or digest, arguments replaced by their defaults; `$NAME` where there is none. */
  readonly base: string;
  /** The stage it goes on from. */
  readonly from: number | undefined;
  readonly users: readonly { readonly name: string; readonly place: FilePlace }[];
  readonly variables: readonly ContainerVariable[];
  readonly copies: readonly { readonly sources: readonly string[]; readonly fromStage: string | undefined; readonly place: FilePlace }[];
  /** Commands that hold a secret, known by its shape. */
  readonly secrets: readonly { readonly what: string; readonly place: FilePlace }[];
  /** Its start gives root up: gosu, su-exec, setpriv. */
  readonly dropsRoot: boolean;
  /** What STOPSIGNAL names. */
  readonly stopSignal?: { readonly name: string; readonly place: FilePlace };
  /** Names of the shell scripts that its ENTRYPOINT or CMD starts, without an init that hands signals on. */
  readonly startScripts: readonly string[];
}
export interface ContainerVariable {
  readonly name: string;
  readonly through: 'ENV' | 'ARG';
  readonly isSecret: boolean;
  readonly value: 'none' | 'written' | 'reference' | 'placeholder';
  /** What it is set to where that is a plain word, as `production`, and its name says that it chooses how the service runs. */
  readonly word?: string;
  readonly place: FilePlace;
}
export interface ComposedService {
  readonly name: string;
  readonly place: FilePlace;
  readonly image: string | undefined;
  readonly user: string | undefined;
  readonly privileged: boolean;
  readonly mountsDockerSocket: boolean;
  readonly secrets: readonly { readonly name: string; readonly place: FilePlace }[];
}
