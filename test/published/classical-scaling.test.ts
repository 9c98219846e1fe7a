import { expect, it } from 'vitest';
import { scaleClassically } from '../../src/measures/classical-scaling.ts';

// Road distances in km between 21 European cities, Athens to Vienna by name (R's data set eurodist, from the
// Cambridge Encyclopaedia), and what R's documentation of cmdscale makes of them.
const lower = `
3313
2963 1318
3175 1326 204
3339 1294 583 460
2762 1498 206 409 785
3276 2218 966 1136 1545 760
2610 803 677 747 853 1662 1418
4485 1172 2256 2224 2047 2436 3196 1975
2977 2018 597 714 1115 460 460 1118 2897
3030 1490 172 330 731 269 269 895 2428 550
4532 1305 2084 2052 1827 2290 2971 1936 676 2671 2280
2753 645 690 739 789 714 1458 158 1817 1159 863 1178
3949 636 1558 1550 1347 1764 2498 1439 698 2198 1730 668 1281
2865 521 1011 1059 1101 1035 1778 425 1693 1479 1183 1762 320 1157
2282 1014 925 1077 1209 911 1537 328 2185 1238 1098 2250 328 1724 618
2179 1365 747 977 1160 583 1104 591 2565 805 851 2507 724 2010 1109 331
3000 1033 285 280 340 465 1176 513 1971 877 457 1799 471 1273 792 856 821
817 1460 1511 1662 1794 1497 2050 995 2631 1751 1683 2700 1048 2097 1011 586 946 1476
3927 2868 1616 1786 2196 1403 650 2068 3886 949 1500 3231 2108 3188 2428 2187 1754 1827 2707
1991 1802 1175 1381 1588 937 1455 1019 2974 1155 1205 2937 1157 2409 1363 898 428 1249 1209 2105
`
  .trim()
  .split('\n')
  .map((row) => row.split(' ').map(Number));
const n = lower.length + 1;
const distances = Array.from({ length: n }, (_, i) =>
  Array.from({ length: n }, (__, j) => (i === j ? 0 : lower[Math.max(i, j) - 1]![Math.min(i, j)]!)),
);
const published = `
2290.27468 1798.80293
-825.38279 546.81148
59.183341 -367.08135
-82.845973 -429.91466
-352.499435 -290.90843
293.689633 -405.31194
681.931545 -1108.64478
-9.423364 240.406
-2048.449113 642.45854
561.10897 -773.36929
164.921799 -549.36704
-1935.040811 49.12514
-226.423236 187.08779
-1423.353697 305.87513
-299.49871 388.80726
260.878046 416.67381
587.675679 81.18224
-156.836257 -211.13911
709.413282 1109.36665
839.445911 -1836.79055
911.2305 205.9302
`
  .trim()
  .split('\n')
  .map((row) => row.split(' ').map(Number) as [number, number]);

it('the map of European cities is the one that R draws', () => {
  const { points, eigenvalues, fit } = scaleClassically(distances, 2);
  expect(eigenvalues[0]).toBeCloseTo(19538377.0895, 3);
  expect(eigenvalues[1]).toBeCloseTo(11856555.334, 3);
  // R leaves the ends of axes as they come; ours have the city farthest out at the positive end.
  const turned = published.map(([x, y]) => [x, -y]);
  for (const [i, [x = 0, y = 0]] of points.entries()) {
    expect(Math.abs(x - turned[i]![0]!)).toBeLessThan(1e-4);
    expect(Math.abs(y - turned[i]![1]!)).toBeLessThan(1e-4);
  }
  expect(fit?.absolute).toBeCloseTo(0.7537543, 7);
  expect(fit?.positive).toBeCloseTo(0.8679134, 7);
});
