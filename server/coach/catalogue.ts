// The exercises a plan may hold: a small catalogue that covers every movement with every common equipment.
import type { CatalogueExercise } from '../contract/plan.ts';

export type Movement = 'squat' | 'hinge' | 'lunge' | 'push' | 'press' | 'row' | 'pull-down' | 'core' | 'arms' | 'calves';
export type Equipment = 'none' | 'dumbbell' | 'barbell' | 'machine' | 'band' | 'kettlebell';
export type Joint = 'knee' | 'hip' | 'ankle' | 'lower back' | 'shoulder' | 'elbow' | 'wrist' | 'neck';
export interface Exercise extends CatalogueExercise {
  readonly equipment: Equipment;
  readonly movement: Movement;
  /** Joints it loads: whoever has trouble there does something else. */
  readonly loads: readonly Joint[];
  /** Working weight of a healthy beginner as a share of body weight; 0 is bodyweight. */
  readonly share: number;
}

type Row = readonly [
  name: string,
  movement: Movement,
  equipment: Equipment,
  muscles: string,
  difficulty: Exercise['difficulty'],
  loads: readonly Joint[],
  share: number,
  popularity: number,
  alternative?: string,
];
const rows: readonly Row[] = [
  ['Bodyweight Squat', 'squat', 'none', 'Quadriceps, Glutes', 'novice', ['knee', 'hip'], 0, 70, 'Air Squat'],
  ['Goblet Squat', 'squat', 'dumbbell', 'Quadriceps, Glutes', 'novice', ['knee', 'hip'], 0.2, 85],
  ['Barbell Back Squat', 'squat', 'barbell', 'Quadriceps, Glutes', 'intermediate', ['knee', 'hip', 'lower back'], 0.6, 100, 'Back Squat'],
  ['Leg Press', 'squat', 'machine', 'Quadriceps, Glutes', 'novice', ['knee', 'hip'], 0.9, 88],
  ['Wall Sit', 'squat', 'none', 'Quadriceps', 'novice', ['knee'], 0, 40],
  ['Terminal Knee Extension', 'squat', 'band', 'Quadriceps', 'novice', [], 0, 30],
  ['Glute Bridge', 'hinge', 'none', 'Glutes, Hamstrings', 'novice', [], 0, 72, 'Hip Bridge'],
  ['Dumbbell Romanian Deadlift', 'hinge', 'dumbbell', 'Hamstrings, Glutes', 'novice', ['lower back', 'hip'], 0.15, 84],
  ['Kettlebell Deadlift', 'hinge', 'kettlebell', 'Hamstrings, Glutes', 'novice', ['lower back', 'hip'], 0.25, 70],
  [
    'Barbell Deadlift',
    'hinge',
    'barbell',
    'Hamstrings, Glutes, Back',
    'intermediate',
    ['lower back', 'hip'],
    0.8,
    99,
    'Conventional Deadlift',
  ],
  ['Barbell Hip Thrust', 'hinge', 'barbell', 'Glutes, Hamstrings', 'intermediate', ['hip'], 0.6, 86],
  ['Seated Leg Curl', 'hinge', 'machine', 'Hamstrings', 'novice', [], 0.3, 75],
  ['Reverse Lunge', 'lunge', 'none', 'Quadriceps, Glutes', 'novice', ['knee', 'hip'], 0, 71],
  ['Dumbbell Split Squat', 'lunge', 'dumbbell', 'Quadriceps, Glutes', 'novice', ['knee', 'hip'], 0.1, 80],
  ['Step-Up', 'lunge', 'none', 'Quadriceps, Glutes', 'novice', ['knee'], 0, 60],
  ['Side-Lying Hip Abduction', 'lunge', 'none', 'Glutes', 'novice', [], 0, 35],
  ['Hip Abduction Machine', 'lunge', 'machine', 'Glutes', 'novice', [], 0.3, 58],
  ['Push-Up', 'push', 'none', 'Chest, Triceps', 'novice', ['shoulder', 'wrist', 'elbow'], 0, 92, 'Press-Up'],
  ['Incline Push-Up', 'push', 'none', 'Chest, Triceps', 'novice', ['shoulder', 'wrist'], 0, 60],
  ['Dumbbell Bench Press', 'push', 'dumbbell', 'Chest, Triceps', 'novice', ['shoulder', 'elbow'], 0.15, 90],
  ['Barbell Bench Press', 'push', 'barbell', 'Chest, Triceps', 'intermediate', ['shoulder', 'elbow', 'wrist'], 0.45, 100, 'Bench Press'],
  ['Chest Press Machine', 'push', 'machine', 'Chest, Triceps', 'novice', ['shoulder', 'elbow'], 0.35, 76],
  ['Palm Press', 'push', 'none', 'Chest', 'novice', [], 0, 20, 'Isometric Chest Squeeze'],
  ['Dumbbell Shoulder Press', 'press', 'dumbbell', 'Shoulders, Triceps', 'novice', ['shoulder', 'elbow', 'neck'], 0.1, 87],
  [
    'Barbell Overhead Press',
    'press',
    'barbell',
    'Shoulders, Triceps',
    'intermediate',
    ['shoulder', 'elbow', 'neck', 'lower back'],
    0.3,
    90,
    'Military Press',
  ],
  ['Pike Push-Up', 'press', 'none', 'Shoulders, Triceps', 'intermediate', ['shoulder', 'wrist', 'neck'], 0, 55],
  ['Band Pull-Apart', 'press', 'band', 'Rear Shoulders', 'novice', [], 0, 50],
  ['Prone Y-Raise', 'press', 'none', 'Shoulders, Upper Back', 'novice', [], 0, 32],
  ['One-Arm Dumbbell Row', 'row', 'dumbbell', 'Back, Biceps', 'novice', ['elbow'], 0.18, 89],
  ['Barbell Row', 'row', 'barbell', 'Back, Biceps', 'intermediate', ['lower back', 'elbow'], 0.4, 91, 'Bent-Over Row'],
  ['Seated Cable Row', 'row', 'machine', 'Back, Biceps', 'novice', ['elbow'], 0.4, 82],
  ['Band Row', 'row', 'band', 'Back, Biceps', 'novice', [], 0, 55],
  ['Inverted Row', 'row', 'none', 'Back, Biceps', 'novice', ['elbow', 'shoulder'], 0, 62, 'Table Row'],
  ['Superman Hold', 'row', 'none', 'Lower Back, Glutes', 'novice', ['neck'], 0, 38],
  ['Reverse Snow Angel', 'row', 'none', 'Upper Back', 'novice', [], 0, 31],
  ['Lat Pulldown', 'pull-down', 'machine', 'Back, Biceps', 'novice', ['shoulder', 'elbow'], 0.4, 90],
  ['Pull-Up', 'pull-down', 'none', 'Back, Biceps', 'intermediate', ['shoulder', 'elbow'], 0, 93, 'Chin-Up'],
  ['Band Pulldown', 'pull-down', 'band', 'Back, Biceps', 'novice', [], 0, 45],
  ['Dumbbell Pullover', 'pull-down', 'dumbbell', 'Back, Chest', 'novice', ['shoulder'], 0.12, 52],
  ['Plank', 'core', 'none', 'Abdominals', 'novice', ['shoulder', 'lower back'], 0, 90],
  ['Dead Bug', 'core', 'none', 'Abdominals', 'novice', [], 0, 74],
  ['Side Plank', 'core', 'none', 'Obliques', 'novice', ['shoulder'], 0, 68],
  ['Bird Dog', 'core', 'none', 'Abdominals, Lower Back', 'novice', ['wrist'], 0, 66],
  ['Dumbbell Curl', 'arms', 'dumbbell', 'Biceps', 'novice', ['elbow'], 0.07, 85, 'Biceps Curl'],
  ['Triceps Pushdown', 'arms', 'machine', 'Triceps', 'novice', ['elbow'], 0.15, 80],
  ['Band Curl', 'arms', 'band', 'Biceps', 'novice', [], 0, 40],
  ['Standing Calf Raise', 'calves', 'none', 'Calves', 'novice', ['ankle'], 0, 64],
  ['Seated Calf Raise', 'calves', 'machine', 'Calves', 'novice', [], 0.3, 50],
];

const areas: Readonly<Record<Movement, string>> = {
  squat: 'Legs',
  hinge: 'Legs',
  lunge: 'Legs',
  calves: 'Legs',
  push: 'Chest',
  press: 'Shoulders',
  row: 'Back',
  'pull-down': 'Back',
  core: 'Core',
  arms: 'Arms',
};
const pulls: readonly Movement[] = ['hinge', 'row', 'pull-down', 'arms'];

export const catalogue: readonly Exercise[] = rows.map(
  ([name, movement, equipment, muscles, difficulty, loads, share, popularity, alternative], index) => ({
    id: index + 1,
    name,
    movement,
    equipment,
    target_area: areas[movement],
    force: movement === 'core' ? 'static' : pulls.includes(movement) ? 'pull' : 'push',
    difficulty,
    main_muscles: muscles.split(', '),
    alternative_names: alternative === undefined ? [] : [alternative],
    popularity,
    loads,
    share,
  }),
);
