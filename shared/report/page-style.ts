import { createHash } from 'node:crypto';

/** The style of a report, in the page itself: a report is one file that can be sent on. Contrasts are 4.5 : 1 or more. */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.1875rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#0b0c0c;background:#fff}
header{background:#143d5c;color:#fff;padding:.6rem 1rem}
header p{max-width:60rem;margin:0 auto;font-weight:700}
main,footer{max-width:62rem;margin:0 auto;padding:1rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem);line-height:1.15;margin:.5rem 0 1rem;overflow-wrap:anywhere}
h2{font-size:1.5rem;line-height:1.25;margin:2rem 0 .75rem}
h3{font-size:1.1875rem;margin:0 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
li{margin:0 0 .35rem}
.banner{border-left:.6rem solid;padding:1rem 1.25rem;margin:0 0 1.5rem}
.banner p{margin:0}
.banner .said{font-size:1.4rem;font-weight:700;line-height:1.3}
.banner p + p{margin-top:.5rem}
.good{border-color:#155c2a;background:#e4f4e8}
.mend{border-color:#b35900;background:#fff2d9}
.bad{border-color:#a3211a;background:#fce8e6}
.wait{border-color:#4b5662;background:#eceff2}
.problems{list-style:none;padding:0}
.problems>li{border-top:1px solid #b1b4b6;padding:1rem 0;margin:0}
.problems>li:last-child{border-bottom:1px solid #b1b4b6}
.problems p,.problems dl{margin:0;overflow-wrap:anywhere}
.there{margin:0 0 .4rem!important}
.there code{font:600 1em/1.3 ui-monospace,Consolas,monospace;background:#fce8e6;padding:.1em .35em;white-space:pre-wrap;overflow-wrap:anywhere}
.soft{color:#4b5662}
a{color:#14568c}
a:focus,summary:focus{outline:3px solid #ffd23f;outline-offset:2px;background:#ffd23f;color:#0b0c0c}
details{margin:1.5rem 0}
summary{color:#14568c;text-decoration:underline;cursor:pointer}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:700;margin:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #b1b4b6;overflow-wrap:anywhere}
th{overflow-wrap:normal}
footer{color:#4b5662;font-size:1rem;border-top:1px solid #b1b4b6;margin-top:2rem}
footer dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
footer dd{margin:0;overflow-wrap:anywhere}
@media (max-width:40rem){
body{font-size:1rem}
footer dl{display:block}
footer dd{margin:0 0 .5rem}
}
@media print{header{background:none;color:inherit;border-bottom:2px solid}.problems>li{break-inside:avoid}}
`;

/** What a policy must allow so that the style counts, and nothing else: `'sha256-…'`. */
export const pageStyleSource = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;
