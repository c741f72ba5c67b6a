'use strict';
// The stacks that ./streamfleet synth makes of descriptions like stacks/specs/red5-google.yaml and red5-azure.yaml, by hand: what
// a JavaScript author would write who knows which resources are wanted. node app.js google|azure CLUSTERS.json OUTDIR, the files
// written by ../run.
const fs = require('node:fs');
const { App } = require('cdktf');

const [cloud, clusters, outdir] = process.argv.slice(2);
const { ClusterStack } = require(`./${cloud}/cluster`);

const app = new App({ outdir, stackTraces: false });
for (const cluster of JSON.parse(fs.readFileSync(clusters, 'utf8'))) {
  new ClusterStack(app, cluster);
}
app.synth();
