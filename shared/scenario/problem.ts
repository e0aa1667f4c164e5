/** What is wrong with a scenario, and how to mend it; `field` is its place in the body, `interventions.2.from`. */
export type ScenarioProblem = { readonly field: string; readonly message: string };
