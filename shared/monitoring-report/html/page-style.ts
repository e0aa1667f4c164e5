import { createHash } from 'node:crypto';

/** The style of the report's page, in the page itself: it can be printed, kept or sent on as one file. */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#0b0c0c;background:#fff}
header{background:#143d5c;color:#fff;padding:.6rem 1rem}
header p{max-width:66rem;margin:0 auto;font-weight:700}
main{max-width:66rem;margin:0 auto;padding:1rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem);line-height:1.15;margin:.5rem 0 .75rem}
h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .75rem;border-bottom:2px solid #143d5c;padding-bottom:.2rem}
h3{font-size:1.2rem;line-height:1.3;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1rem 0 .35rem}
p,ul,ol,dl{margin:0 0 .9rem;max-width:50rem}
li{margin:0 0 .3rem}
a{color:#14568c}
a:focus,summary:focus{outline:3px solid #ffd23f;outline-offset:2px;background:#ffd23f;color:#0b0c0c}
.soft{color:#4b5662}
.todo{background:#fff2d9;border-left:.4rem solid #b35900;padding:.1rem .5rem;font-weight:600}
div.todo{padding:.75rem 1rem;margin:0 0 1.5rem;font-weight:400}
div.todo>:last-child{margin-bottom:0}
.proposal{border-left:.4rem solid #14568c;background:#eaf2f8;padding:.75rem 1rem;margin:0 0 1rem}
.proposal>:last-child{margin-bottom:0}
.rating{display:inline-block;padding:.05em .5em;font-weight:600;border:1px solid;border-radius:4px;white-space:nowrap}
.red,.amber-red{color:#a3211a;background:#fce8e6}
.amber,.amber-green{color:#7a4300;background:#fff2d9}
.green{color:#155c2a;background:#e4f4e8}
.blue{color:#14568c;background:#e3eef8}
.grey,.black,.none{color:#4b5662;background:#eceff2}
.wide{overflow-x:auto}
.wide:focus{outline:3px solid #ffd23f}
table{border-collapse:collapse;width:100%;margin:0 0 1rem;font-size:1rem}
caption{text-align:left;font-weight:600;margin:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid #b1b4b6}
thead th{border-bottom:2px solid #143d5c}
td span{display:block}
td span.rating{display:inline-block}
ol.history{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;padding:0;list-style:none}
figure{margin:0 0 1rem;max-width:40rem}
figure svg{width:100%;height:auto;display:block}
figcaption{font-size:.95rem;color:#4b5662}
details{margin:.5rem 0 1rem}
summary{color:#14568c;text-decoration:underline;cursor:pointer}
@media (max-width:40rem){
body{font-size:1rem}
table.cards,.cards tbody,.cards tr,.cards td,.cards th[scope=row]{display:block}
.cards caption{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border:1px solid #b1b4b6;border-radius:6px;padding:.5rem .75rem;margin:0 0 .75rem}
.cards th[scope=row],.cards td{border:0;padding:.2rem 0}
.cards td::before{content:attr(data-heading)": ";color:#4b5662;display:block;font-size:.9rem}
}
@page{size:A4;margin:16mm}
@media print{
body{font-size:10pt}
header{background:none;color:inherit;border-bottom:2px solid}
details{display:none}
h2,h3,h4,caption{break-after:avoid}
tr,figure,.proposal{break-inside:avoid}
table{font-size:9pt}
.rating,.todo,.proposal{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** Nothing but its own style: whatever a file says, the page runs and loads nothing. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
