import { measureOptions, minJointOption, outputOptions, selectionOptions } from '../options.ts';
import type { Definition } from './definition.ts';

export const map: Definition = {
  name: 'map',
  description: 'countries on a plane, near where they stand near, with how well it fits',
  operands: [['[countries...]', 'countries, actors or blocs (default: all that can be compared)']],
  options: () => [[minJointOption()], selectionOptions(), measureOptions(), outputOptions('map')],
  examples: [
    'map usa uk france germany china russia india brazil',
    'map -c un-ga/ --from 2010 --to 2019 -o map.svg',
    'map -t human-rights -f csv',
  ],
  load: () => import('../commands/map.ts').then((m) => m.map),
};
