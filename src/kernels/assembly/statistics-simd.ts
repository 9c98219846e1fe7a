export * from './statistics';
export { drawFewKinds } from './resampling';
