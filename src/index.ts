export { scoreDyad, type ScoreResult, type ScoreSettings } from './analysis/score.ts';
