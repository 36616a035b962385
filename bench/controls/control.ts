// What a control of the reference server is to the run that takes it away.

export interface Line {
  readonly file: string;
  /** Stands there exactly once. */
  readonly line: string;
  readonly without: string;
}
export interface Control extends Line {
  readonly control: string;
  /** The check that must fail. */
  readonly check: string;
  /** A second line of defence, which alone would hide that the first is gone. */
  readonly behind?: Line;
  /** Other checks that rightly see the same. */
  readonly also?: readonly string[];
  /** The POST that is judged makes another week of a plan each time: the first one of the journey answers alike however often it is sent. */
  readonly eachWeek?: true;
}
