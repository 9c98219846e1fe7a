import { headWidth } from '../charts/heatmap-size.ts';
import { chartRules, dark, light, type Palette } from '../charts/palette.ts';

function properties({ paper, ink, muted, line, a, b, near, far }: Palette): string {
  return `:root{--paper:${paper};--ink:${ink};--muted:${muted};--line:${line};--a:${a};--b:${b};--near:${near};--far:${far}}`;
}

function steps({ steps: grounds }: Palette): string {
  return grounds
    .map(([ground, text], i) => `.swatch-${i}{background:${ground};color:${text}}`)
    .join('');
}

function theme(palette: Palette): string {
  return [properties(palette), steps(palette), chartRules(palette)].join('\n');
}

/** The page's whole style: its hash is in the content security policy. */
export const pageStyle = `
${theme(light)}
@media screen and (prefers-color-scheme:dark){
${theme(dark)}
:root{color-scheme:dark}
}
*,::before,::after{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere;font-variant-numeric:lining-nums}
.skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{left:0}
header,main,footer{margin:0 auto;padding:0 1.25rem}
header,footer{max-width:47.5rem}
main{max-width:64rem}
header{padding-top:2.5rem}
footer{padding-bottom:3rem}
a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
h1,h2,.figure-number{font-family:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif",serif;font-weight:600;text-wrap:balance}
.kicker{margin:0;font-size:.8125rem;letter-spacing:.06em;text-transform:uppercase;color:var(--muted)}
h1{margin:.35rem 0 0;font-size:clamp(2rem,1.3rem + 3.2vw,3.1rem);line-height:1.1;letter-spacing:-.012em}
.lead{margin:1rem 0 0;font-size:1.15rem;line-height:1.5}
.lead b{font-weight:600}
h2{margin:0 0 .35rem;font-size:1.5rem;line-height:1.2;letter-spacing:-.005em}
h3{margin:1.5rem 0 .35rem;font-size:1rem;line-height:1.35}
section{margin:3.25rem auto 0;max-width:45rem}
.broad{max-width:none}
p{margin:.5rem 0;max-width:42rem}
.note{font-size:.875rem;line-height:1.5;color:var(--muted)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1.25rem 1.5rem;margin:1.75rem 0 0;padding:0}
.figures div{border-top:1px solid var(--ink);padding-top:.6rem}
.figures dt{font-size:.8125rem;color:var(--muted);line-height:1.35}
.figures dd{margin:0;font-size:.875rem;line-height:1.45}
.figures .figure-number{display:block;font-size:2rem;line-height:1.2}
nav{margin-top:2rem;padding:.7rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.15rem 0}
figure{margin:1rem 0 0}
.score-figure{margin-top:1.5rem}
figcaption{font-size:.875rem;line-height:1.5;color:var(--muted);margin-top:.5rem}
svg.chart{display:block;overflow:hidden}
svg.chart:not(.natural){width:100%;height:auto}
svg.chart text{white-space:pre}
svg.chart.narrow{max-width:30rem}
.scrolled{display:flex}
.scrolled svg{flex:none}
.heads{position:sticky;left:0;background:var(--paper);font-family:system-ui,sans-serif}
.heads text{fill:var(--ink)}
.heads-wide{margin-right:-${headWidth.wide}px}.heads-narrow{margin-right:-${headWidth.narrow}px}
.chart .heading{font-weight:600}
.wide{display:none!important}
@media (min-width:46rem),print and (min-width:34rem){.wide{display:block!important}.narrow{display:none!important}}
details{margin-top:.75rem}
summary{cursor:pointer;font-size:.875rem;color:var(--muted);padding:.2rem 0;width:fit-content;max-width:100%}
summary:hover{color:var(--ink)}
.scroll{overflow-x:auto;margin-top:.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
.whole{white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.42rem .75rem .42rem 0;border-bottom:1px solid var(--line);min-width:0}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;border-bottom-color:var(--ink);vertical-align:bottom}
tbody th,.sub{font-weight:400}
.cards td{min-width:5.25rem}
.number{text-align:right;white-space:nowrap}
thead button{all:unset;cursor:pointer;font-weight:600;border-radius:2px}
thead button:focus-visible{outline:2px solid var(--a);outline-offset:2px}
thead button::after{content:"\\2195";margin-left:.25em;font-weight:400;color:var(--muted)}
th[aria-sort=ascending] button::after{content:"\\2191";color:var(--ink)}
th[aria-sort=descending] button::after{content:"\\2193";color:var(--ink)}
.sub{display:block;font-size:.8125rem;color:var(--muted)}
.pair{display:block;width:6.25rem;height:1.125rem}
.pair line{stroke:var(--line)}.pair .span{stroke:var(--muted);stroke-width:1.5}
.pair .a{fill:var(--a)}.pair .b{fill:none;stroke:var(--b);stroke-width:2}
.key{display:inline-block;width:.7em;height:.7em;border-radius:50%;background:var(--a);margin-right:.1em}
.key.b{background:none;box-shadow:inset 0 0 0 2px var(--b)}
.filters{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;margin:1rem 0 .5rem}
.filters label{display:grid;gap:.2rem;font-size:.8125rem;color:var(--muted);flex:1 1 9rem;min-width:0;max-width:18rem}
.filters input,.filters select{font:inherit;font-size:.9375rem;color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:3px;padding:.35rem .5rem;width:100%;min-width:0}
.filters output{font-size:.875rem;color:var(--muted);padding-bottom:.45rem}
.bar{display:block;width:100%;height:1.75rem;margin-top:1rem}
.bar-0{fill:var(--far);background:var(--far)}.bar-1{fill:#b9b2a7;background:#b9b2a7}.bar-2{fill:#dedad2;background:#dedad2}.bar-3{fill:#c3ddd8;background:#c3ddd8}.bar-4{fill:#5fa99e;background:#5fa99e}.bar-5{fill:var(--near);background:var(--near)}
.chip{display:inline-block;width:.8em;height:.8em;margin-right:.45em;border-radius:2px;vertical-align:-.05em}
.legend{display:flex;flex-wrap:wrap;gap:2px;list-style:none;margin:.75rem 0 0;padding:0;font-size:.8125rem;font-variant-numeric:tabular-nums}
.legend li{padding:.1rem .55rem}
.sources{padding-left:2.4rem;font-size:.875rem;line-height:1.5}
.sources li{margin:.3rem 0}
.sources li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
:target{background:color-mix(in srgb,var(--near) 14%,transparent)}
.refs{white-space:normal}
.refs a{display:inline-block;padding:0 .12em;min-width:1.5em}
sup{white-space:nowrap;font-size:.72em;line-height:0;margin-left:.1em}
sup a{text-decoration:none;padding:0 .1em;color:var(--muted)}
sup a:hover{text-decoration:underline}
.items{padding-left:1.1rem;margin:.5rem 0;max-width:42rem}
.items li{margin:.4rem 0}
code{font:.8125rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.terms{display:grid;grid-template-columns:minmax(6rem,auto) minmax(0,1fr);gap:.3rem 1.25rem;font-size:.875rem;margin:.75rem 0 0}
.terms dt{color:var(--muted)}
.terms dd{margin:0}
.methods{font-size:.9375rem}
@media screen and (max-width:45.99rem),print and (max-width:33.99rem){
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cards,.cards tbody,.cards tr,.cards td,.cards th{display:block;width:auto}
.cards tr{padding:.7rem 0;border-bottom:1px solid var(--line)}
.cards td,.cards th{min-width:0;border:0;padding:.1rem 0;text-align:left}
.cards td[data-label]::before{content:attr(data-label) " ";color:var(--muted)}
.cards .number{white-space:normal}
.cards .pair{display:inline-block;vertical-align:middle}
.legend li{padding:.1rem .3rem}
.cards tbody th{font-weight:600}
}
@media not print{
.on-paper{display:none}
}
@media print{
@page{margin:16mm}
.pair{width:3.5rem}
.heads{display:none}
svg.chart.natural{width:100%;height:auto}
svg.chart.wide,svg.chart.natural{max-height:175mm}
.dense{columns:3;column-gap:7mm}
.dense th,.dense td{padding-right:.3rem}
.dense td.number{width:1%}
thead button::after{content:none!important}
:root{--paper:#fff}
body{font-size:10pt}
table,.note,.sources,figcaption{font-size:8.5pt}
.sub,.terms,code,.dense table{font-size:7.5pt}
.cards td{min-width:0}
.cards{table-layout:fixed}
.cards th:first-child{width:34%}
.cards th:last-child{width:9%}
.cards .sub{display:inline;margin-left:.6em}
th,td{padding-top:.1rem;padding-bottom:.1rem;line-height:1.3}
header,main,footer,section,p,.items{max-width:none}
header,main,footer{padding:0}
h1{font-size:22pt}
.lead{font-size:11.5pt;margin-top:.5rem}
.figures{margin-top:1rem}
nav,.filters,.skip,summary{display:none!important}
.parting:not(:has([name=nearness] [value=same]:checked)) tr[data-nearness=same],.parting:has([name=nearness] [value=same]:checked) .on-paper{display:none}
section{margin-top:1.25rem}
p,.items li{orphans:3;widows:3}
h2,h3,figcaption{break-after:avoid}
figure,tr,.sources li{break-inside:avoid}
thead{display:table-header-group}
.bar,.chip,.legend li,.key,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{text-decoration:none}
}
@media print and (min-width:640px){
.scroll{overflow:visible}
}
`;
