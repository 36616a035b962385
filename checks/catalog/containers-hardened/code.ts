// What the recipes of images and the compose files show of who the process is, where it comes from and what lies in it.
import { judgeByUnit, merge, noService, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, Containers } from '../../model.ts';
import { judgeComposed } from './composed.ts';
import { judgeImage } from './images.ts';

/** Recipes are read whatever stands in the source. */
export const mentions: readonly string[] = [];

/** Recipes for developers' machines, tests and examples build nothing that is deployed. */
const isAside =
  /(?:^|\/)(?:\.devcontainer|tests?|e2e|examples?|samples?|dev|local|ci|\.github|\.ci|bench\w*|docs?|scripts?|hack)\/|(?:^|\/)(?:Docker|Container)file[._-](?:base|builder|deps|docs?|gitpod|storybook|dev\w*|tests?|local|ci|e2e|debug|lint|playwright|cypress)\b|[._-](?:ex[ae]mple|sample|template|dist)$|(?:^|[./-])(?:dev|test|local|ci|gitpod|docs?|storybook)\.[Dd]ockerfile$|compose[\w.-]*[.-](?:dev\w*|tests?|local|ci|e2e|override)\b/i;

export const judgeCode = judgeByUnit(
  () => ({ bad: [], good: [] }),
  (units, { containers }) => (units.length === 0 ? noService : ofContainers(containers)),
);

function ofContainers(containers: Containers): Answer {
  const images = containers.images.filter(({ path }) => !isAside.test(path));
  const composed = containers.composed.filter(({ place }) => !isAside.test(place.path));
  const unread: Seen = {
    bad: [],
    good: [],
    unclear: containers.unreadable
      .filter(({ path }) => !isAside.test(path))
      .map(({ path, because }) => `${path} could not be read: ${because}`),
  };
  return settle(
    merge([...images.map(judgeImage), ...composed.map(judgeComposed), unread]),
    notApplicable('nothing here builds a container'),
  );
}
